//! Builds of a program, and what they cost.

use core::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::program::{CHANGED, Program};

/// Seconds of the processor, user and system.
#[derive(Clone, Copy, Debug)]
pub struct Cost(pub f64);

impl fmt::Display for Cost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.2} s", self.0)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    Debug,
    Release,
}

impl Profile {
    pub fn of(name: &str) -> Option<Self> {
        [Self::Debug, Self::Release].into_iter().find(|profile| profile.name() == name)
    }

    pub const fn name(self) -> &'static str {
        match self {
            Self::Debug => "debug",
            Self::Release => "release",
        }
    }
}

/// A program that is written, and what it is built as. The programs of one library share what they depend on.
pub struct Build {
    folder: PathBuf,
    target: PathBuf,
    binary: PathBuf,
    profile: Profile,
}

impl Build {
    pub fn of(program: &Program, profile: Profile) -> Result<Self, String> {
        let root =
            Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).ok_or("the package is in the repository")?;
        let all = root.join("target/compile-bench");
        let (folder, name) = (all.join(program.name()), program.name());
        let library = name.split('-').next().unwrap_or_default();
        fs::create_dir_all(folder.join("src")).map_err(|error| error.to_string())?;
        let write = |path: &str, text: String| fs::write(folder.join(path), text).map_err(|error| error.to_string());
        write("Cargo.toml", program.manifest(&root.display().to_string()))?;
        write("src/main.rs", program.code())?;
        // The versions that the repository is tested with.
        write("Cargo.lock", fs::read_to_string(root.join("Cargo.lock")).map_err(|error| error.to_string())?)?;
        let target = all.join(format!("target-{library}"));
        let binary = target.join(profile.name()).join(&name);
        Ok(Self { folder, target, binary, profile })
    }

    /// A build of all that the program depends on, and of the program; and the number of crates. It is not incremental, as no crate
    /// of a registry is: meterstick is one of those to its users, and a path here.
    pub fn cold(&self) -> Result<(Cost, usize), String> {
        // All of them are there before the build, so that it downloads nothing.
        self.cargo("fetch", &[])?;
        if self.target.exists() {
            fs::remove_dir_all(&self.target).map_err(|error| error.to_string())?;
        }
        let cost = self.cargo("build", &[("CARGO_INCREMENTAL", "0")])?;
        let crates = fs::read_dir(self.target.join(self.profile.name()).join(".fingerprint"));
        let names = crates.map_err(|error| error.to_string())?.filter_map(|entry| {
            let name = entry.ok()?.file_name().into_string().ok()?;
            Some(name.rsplit_once('-')?.0.to_owned())
        });
        let mut names: Vec<_> = names.collect();
        names.sort();
        names.dedup();
        Ok((cost, names.len()))
    }

    pub fn build(&self) -> Result<Cost, String> {
        self.cargo("build", &[])
    }

    pub fn check(&self) -> Result<Cost, String> {
        self.cargo("check", &[])
    }

    /// The same after a line of the program was changed.
    pub fn changed(&self, round: usize, what: fn(&Self) -> Result<Cost, String>) -> Result<Cost, String> {
        let main = self.folder.join("src/main.rs");
        let text = fs::read_to_string(&main).map_err(|error| format!("{}: {error}", main.display()))?;
        let (before, rest) = text.split_once(CHANGED).ok_or("the program has a line to change")?;
        let (_, after) = rest.split_once(';').ok_or("the line ends")?;
        let text = format!("{before}{CHANGED}{round};{after}");
        fs::write(&main, text).map_err(|error| format!("{}: {error}", main.display()))?;
        what(self)
    }

    /// The bytes of the binary, without debug information and symbols.
    pub fn size(&self) -> Result<u64, String> {
        let stripped = self.binary.with_extension("stripped");
        let strip = Command::new("strip").arg("-o").args([&stripped, &self.binary]).status();
        if !strip.is_ok_and(|status| status.success()) {
            return Err("`strip` is needed to tell the size of binaries".to_owned());
        }
        fs::metadata(&stripped).map(|file| file.len()).map_err(|error| error.to_string())
    }

    fn cargo(&self, verb: &str, variables: &[(&str, &str)]) -> Result<Cost, String> {
        let before = children()?;
        let mut command = Command::new(env!("CARGO"));
        command.arg(verb).arg("--quiet").current_dir(&self.folder).stderr(Stdio::inherit());
        command.env("CARGO_TARGET_DIR", &self.target);
        if verb != "fetch" {
            command.arg("--offline");
            if self.profile == Profile::Release {
                command.arg("--release");
            }
        }
        // As a user builds, whatever this one was built with.
        let own = |name: &str| {
            matches!(name, "RUSTFLAGS" | "CARGO_ENCODED_RUSTFLAGS" | "CARGO_INCREMENTAL" | "RUSTC_WRAPPER")
                || name.starts_with("CARGO_PROFILE_")
        };
        for (name, _) in std::env::vars().filter(|(name, _)| own(name)) {
            command.env_remove(name);
        }
        command.envs(variables.iter().copied());
        let status = command.status().map_err(|error| format!("cargo: {error}"))?;
        if !status.success() {
            return Err(format!("`cargo {verb}` failed in {}", self.folder.display()));
        }
        Ok(Cost(children()? - before))
    }
}

/// The seconds of the processor that the children of this process have taken, with theirs: fields of `/proc/self/stat`, in
/// hundredths, as on all Linux today.
fn children() -> Result<f64, String> {
    let stat = fs::read_to_string("/proc/self/stat").map_err(|error| format!("this needs Linux: {error}"))?;
    let (_, fields) = stat.rsplit_once(')').ok_or("`/proc/self/stat` names the process")?;
    let ticks = |n: usize| fields.split_whitespace().nth(n).and_then(|field| field.parse::<f64>().ok());
    let (user, system) = ticks(13).zip(ticks(14)).ok_or("`/proc/self/stat` has the times")?;
    Ok((user + system) / 100.0)
}
