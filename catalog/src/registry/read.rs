//! Reads a registry: its files, its manifest, its dependencies.
// Uses `conventions`, `fields`, `formats`, `manifest`, `model`, `problem`, `raw`, `resolve`, `yaml`. Used by
// `generate`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::conventions::{conventions, is_conventions};
use super::fields::Fields;
use super::manifest::{self, Manifest};
use super::raw::Raw;
use super::resolve::Resolver;
use super::{Place, Problems, Registry, formats};
use crate::yaml;

impl Registry {
    /// Reads a registry from a folder of YAML files, or from one file.
    ///
    /// ```no_run
    /// use meterstick_catalog::registry::Registry;
    ///
    /// let registry = Registry::read("model").unwrap_or_else(|problems| panic!("{problems}"));
    /// assert!(registry.metrics.contains_key("shop.sent"));
    /// ```
    ///
    /// # Errors
    ///
    /// All [`Problems`], each with its file and line.
    pub fn read(path: impl AsRef<Path>) -> Result<Self, Problems> {
        Reader::new().read(path)
    }

    /// Parses a text as the only file of a registry. Its attributes can be those of the semantic conventions.
    ///
    /// ```
    /// use meterstick_catalog::registry::Registry;
    ///
    /// let text = "
    /// groups:
    /// - id: metric.shop.requests
    ///   type: metric
    ///   metric_name: shop.requests
    ///   brief: Requests served.
    ///   instrument: counter
    ///   unit: '{request}'
    ///   stability: stable
    ///   attributes:
    ///   - ref: http.request.method
    ///     requirement_level: required
    /// ";
    /// let registry = Registry::parse(text, "shop.yaml")?;
    /// assert!(registry.attributes["http.request.method"].is_convention);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// All [`Problems`], each with its line.
    pub fn parse(text: &str, name: impl AsRef<Path>) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let texts = [(name.as_ref().to_owned(), text.to_owned())];
        let registry = Reader::new().texts(&texts, None, &mut problems, &mut Used::default(), 0);
        problems.or(registry)
    }
}

/// Reads a registry with options.
///
/// ```
/// use meterstick_catalog::registry::Reader;
///
/// let problems = Reader::new().skip("shop.old").read("no-such-folder").unwrap_err();
/// assert!(problems.to_string().starts_with("no-such-folder: "));
/// ```
#[derive(Clone, Debug)]
pub struct Reader {
    skip: BTreeSet<String>,
    dependencies: BTreeMap<String, PathBuf>,
    conventions: bool,
}

impl Default for Reader {
    fn default() -> Self {
        Self::new()
    }
}

/// What a registry is read from.
#[derive(Default)]
struct Used {
    /// The names of the given dependencies that it read.
    names: BTreeSet<String>,
    /// The folders and files, also of those dependencies.
    paths: BTreeSet<PathBuf>,
}

/// The maximum depth of dependencies of dependencies.
const DEPTH: usize = 10;

impl Reader {
    /// Makes a reader without options, as [`Registry::read`] uses it.
    #[must_use]
    pub fn new() -> Self {
        Self { skip: BTreeSet::new(), dependencies: BTreeMap::new(), conventions: true }
    }

    /// Leaves out a metric, a span or an attribute by its name.
    #[must_use]
    pub fn skip(mut self, name: impl Into<String>) -> Self {
        self.skip.insert(name.into());
        self
    }

    /// Sets the folder of a dependency that the manifest names by a URL, by the dependency's name or schema URL.
    #[must_use]
    pub fn dependency(mut self, name: impl Into<String>, path: impl Into<PathBuf>) -> Self {
        self.dependencies.insert(name.into(), path.into());
        self
    }

    /// Reads without the built-in semantic conventions: for the registry of the conventions itself.
    #[must_use]
    pub fn without_conventions(mut self) -> Self {
        self.conventions = false;
        self
    }

    /// Reads a registry from a folder or a file.
    ///
    /// # Errors
    ///
    /// All [`Problems`], each with its file and line.
    pub fn read(&self, path: impl AsRef<Path>) -> Result<Registry, Problems> {
        let (registry, problems, _) = self.read_all(path.as_ref());
        problems.or(registry)
    }

    /// The registry as far as it could be read, the problems, and the folders and files that it is read from.
    pub(crate) fn read_all(&self, path: &Path) -> (Registry, Problems, BTreeSet<PathBuf>) {
        let (mut problems, mut used) = (Problems::default(), Used::default());
        let registry = self.path(path, &mut problems, &mut used, 0);
        // With problems, not each manifest was read.
        let complete = problems.is_empty();
        for name in self.dependencies.keys().filter(|name| complete && !used.names.contains(*name)) {
            problems.add(
                &Place::new(path, 0),
                format!("`{name}` is not a dependency of a manifest: remove the `--dependency`"),
            );
        }
        for name in &self.skip {
            // What is left out is not read, so the text shows whether it exists.
            let is_there = files(path)
                .into_iter()
                .flatten()
                .any(|file| fs::read_to_string(file).is_ok_and(|text| text.contains(name.as_str())));
            if !is_there {
                problems.add(
                    &Place::new(path, 0),
                    format!("`{name}` cannot be left out, because it does not exist: remove the `--skip`"),
                );
            }
        }
        (registry, problems, used.paths)
    }

    fn path(&self, path: &Path, problems: &mut Problems, used: &mut Used, depth: usize) -> Registry {
        let place = Place::new(path, 0);
        used.paths.insert(path.to_owned());
        let files = match files(path) {
            Ok(files) => files,
            Err(error) => {
                problems.add(&place, format!("{error}: name the folder of a registry, or a file of one"));
                return Registry::default();
            }
        };
        let (mut texts, none) = (Vec::new(), files.is_empty());
        for file in files {
            match fs::read_to_string(&file) {
                Ok(text) => texts.push((file, text)),
                Err(error) => problems.add(&Place::new(&file, 0), format!("it cannot be read: {error}")),
            }
        }
        let manifest = manifest::NAMES.iter().find_map(|name| {
            let file = path.join(name);
            fs::read_to_string(&file).ok().map(|text| (file, text))
        });
        if none {
            problems.add(&place, "it contains no YAML file of a registry: name the folder of a registry");
        }
        self.texts(&texts, manifest, problems, used, depth)
    }

    fn texts(
        &self,
        texts: &[(PathBuf, String)],
        manifest: Option<(PathBuf, String)>,
        problems: &mut Problems,
        used: &mut Used,
        depth: usize,
    ) -> Registry {
        let (mut raw, mut resolved) = (Raw::default(), false);
        let alone = texts.len() == 1 && manifest.is_none();
        for (file, text) in texts {
            // A folder can contain other files: templates, tests, the settings of tools.
            let documents =
                yaml::read_all(text).map(|all| Some(all).filter(|all| alone || all.iter().any(formats::is_registry)));
            let root = match documents.and_then(|all| all.map(yaml::only).transpose()) {
                Ok(Some(root)) => root,
                Ok(None) => continue,
                Err((line, message)) => {
                    problems.add(&Place::new(file, line), message);
                    continue;
                }
            };
            let mut fields = Fields { file, problems, resolved: false, skip: &self.skip };
            formats::file(&mut fields, &root, &mut raw);
            resolved |= fields.resolved;
        }
        let has_manifest = manifest.is_some();
        let (base, manifest) = match &manifest {
            Some((file, text)) => (file.parent().unwrap_or(Path::new("")), self.manifest(file, text, problems)),
            None => (Path::new(""), Manifest::default()),
        };
        let before = problems.iter().count();
        let (dependencies, conventional) = self.dependencies(&manifest, base, problems, used, depth);
        let known = self.conventions && (conventional || !has_manifest);
        let mut all: Vec<_> = dependencies.iter().collect();
        all.extend(known.then(conventions));
        let advice = if known {
            format!(
                "correct the key, or define it under `attributes:`; the known semantic conventions are those of {}",
                conventions().schema_url
            )
        } else {
            "correct the key, define it under `attributes:`, or add the registry that has it to `dependencies:` of the manifest"
                .to_owned()
        };
        let preferred = std::mem::take(&mut raw.preferred);
        raw.definitions.splice(0..0, preferred);
        let complete = problems.iter().count() == before;
        let mut registry = Resolver { dependencies: &all, advice: &advice, complete, resolved, problems }.resolve(raw);
        if resolved && self.conventions {
            as_conventions(&mut registry);
        }
        if registry.schema_url.is_empty() {
            registry.schema_url = manifest.schema_url;
        }
        registry
    }

    fn manifest(&self, file: &Path, text: &str, problems: &mut Problems) -> Manifest {
        match yaml::read(text) {
            Ok(root) => manifest::read(&mut Fields { file, problems, resolved: false, skip: &self.skip }, &root),
            Err((line, message)) => {
                problems.add(&Place::new(file, line), message);
                Manifest::default()
            }
        }
    }

    /// The dependencies that are available, and whether the conventions are one of them.
    fn dependencies(
        &self,
        manifest: &Manifest,
        base: &Path,
        problems: &mut Problems,
        used: &mut Used,
        depth: usize,
    ) -> (Vec<Registry>, bool) {
        let (mut read, mut conventional) = (Vec::new(), false);
        for dependency in &manifest.dependencies {
            let (name, url, path) =
                (dependency.name.as_deref(), dependency.schema_url.as_deref(), dependency.path.as_deref());
            let names = [name, url, path].into_iter().flatten().filter(|name| self.dependencies.contains_key(*name));
            used.names.extend(names.clone().map(str::to_owned));
            let given = names.clone().find_map(|name| self.dependencies.get(name));
            let local = path
                .filter(|path| !path.contains("://"))
                .into_iter()
                .flat_map(|path| [base.join(path), PathBuf::from(path)]);
            let found = given.cloned().or_else(|| local.into_iter().find(|path| path.exists()));
            let named = name.or(url).or(path).unwrap_or("without a name");
            match found {
                Some(_) if depth == DEPTH => {
                    problems.add(
                        &dependency.place,
                        format!("dependencies are nested more than {DEPTH} deep: remove a circle"),
                    );
                }
                Some(path) => read.push(self.path(&path, problems, used, depth + 1)),
                None if is_conventions(url, path) => conventional = true,
                None => {
                    let message = format!(
                        "the dependency `{named}` is not available: fetch it, and name its folder with `--dependency {named}=FOLDER`"
                    );
                    problems.add(&dependency.place, message);
                }
            }
        }
        (read, conventional)
    }
}

/// A resolved registry contains the attributes of its dependencies: marks those of the conventions.
fn as_conventions(registry: &mut Registry) {
    for (key, attribute) in &mut registry.attributes {
        if conventions().attributes.get(key).is_some_and(|known| known.ty == attribute.ty) {
            attribute.is_convention = true;
        }
    }
}

/// The YAML files of a folder and its subfolders, in the order of their names; for a file, that file. A link to a folder above is not
/// followed in circles.
fn files(path: &Path) -> Result<Vec<PathBuf>, String> {
    let metadata = fs::metadata(path).map_err(|error| format!("it cannot be read: {error}"))?;
    if metadata.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let (mut folders, mut files, mut seen) = (vec![path.to_owned()], Vec::new(), BTreeSet::new());
    while let Some(folder) = folders.pop() {
        if !seen.insert(fs::canonicalize(&folder).unwrap_or_else(|_| folder.clone())) {
            continue;
        }
        for entry in fs::read_dir(&folder).map_err(|error| format!("it cannot be read: {error}"))? {
            let path = entry.map_err(|error| format!("it cannot be read: {error}"))?.path();
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
            if path.is_dir() {
                if !name.starts_with('.') {
                    folders.push(path);
                }
            } else if [".yaml", ".yml"].iter().any(|end| name.ends_with(end))
                && !manifest::NAMES.contains(&name.as_str())
            {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}
