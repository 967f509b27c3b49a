//! The files that are written, and that those which are no longer written go.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use crate::Result;

/// The first line of each file of code.
const MARK: &str = "// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.\n\n";

pub struct Output {
    package: PathBuf,
    files: BTreeMap<PathBuf, String>,
}

impl Output {
    pub fn new(package: &Path) -> Self {
        Self { package: package.to_owned(), files: BTreeMap::new() }
    }

    /// A file as it is.
    pub fn data(&mut self, path: &str, text: String) {
        self.files.insert(self.package.join(path), text);
    }

    /// A file of Rust, formatted.
    pub fn code(&mut self, path: &str, code: &str) -> Result<()> {
        let path = self.package.join(path);
        let code = self.formatted(&format!("{MARK}{code}")).map_err(|error| format!("{}: {error}", path.display()))?;
        self.files.insert(path, code);
        Ok(())
    }

    /// A file of which the part between two marks is written.
    pub fn part(&mut self, path: &str, name: &str, part: &str) -> Result<()> {
        let path = self.package.join(path);
        let text = fs::read_to_string(&path)?;
        let (begin, end) = (format!("# {name}: written by meterstick-semconv-gen\n"), format!("# {name}: end\n"));
        let (before, rest) = text.split_once(&begin).ok_or(format!("{}: no line `{begin}`", path.display()))?;
        let (_, after) = rest.split_once(&end).ok_or(format!("{}: no line `{end}`", path.display()))?;
        self.files.insert(path, format!("{before}{begin}{part}{end}{after}"));
        Ok(())
    }

    fn formatted(&self, code: &str) -> Result<String> {
        let workspace = self.package.parent().ok_or("the package is in the workspace")?;
        let mut rustfmt = Command::new("rustfmt")
            .args(["--edition", "2024", "--emit", "stdout", "--config-path"])
            .arg(workspace)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("rustfmt: {error}"))?;
        let mut input = rustfmt.stdin.take().ok_or("rustfmt reads no input")?;
        // rustfmt reads all of its input before it writes.
        input.write_all(code.as_bytes())?;
        drop(input);
        let output = rustfmt.wait_with_output()?;
        if output.status.success() { Ok(String::from_utf8(output.stdout)?) } else { Err("rustfmt refuses it".into()) }
    }

    pub fn write(&self) -> Result<ExitCode> {
        for path in self.stale()? {
            fs::remove_file(&path)?;
            println!("removed {}", path.display());
        }
        for (path, text) in self.changed() {
            fs::create_dir_all(path.parent().ok_or("a file is in a folder")?)?;
            fs::write(path, text)?;
            println!("wrote {}", path.display());
        }
        Ok(ExitCode::SUCCESS)
    }

    pub fn check(&self) -> Result<ExitCode> {
        let mut wrong: Vec<_> = self.changed().map(|(path, _)| path.clone()).collect();
        wrong.extend(self.stale()?);
        for path in &wrong {
            eprintln!("{} is not what the generator writes", path.display());
        }
        Ok(if wrong.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }

    fn changed(&self) -> impl Iterator<Item = (&PathBuf, &String)> {
        self.files.iter().filter(|(path, text)| fs::read_to_string(path).ok().as_ref() != Some(text))
    }

    /// Files that an earlier generator wrote.
    fn stale(&self) -> Result<Vec<PathBuf>> {
        let (mut folders, mut stale) = (vec![self.package.join("src"), self.package.join("tests")], Vec::new());
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder)? {
                let path = entry?.path();
                if path.is_dir() {
                    folders.push(path);
                } else if !self.files.contains_key(&path) && fs::read_to_string(&path)?.starts_with(MARK.trim_end()) {
                    stale.push(path);
                }
            }
        }
        stale.sort();
        Ok(stale)
    }
}
