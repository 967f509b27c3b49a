//! What meterstick costs when a program is built.
//!
//! ```sh
//! cargo run -p meterstick-compile-bench                       # all, in an hour
//! cargo run -p meterstick-compile-bench -- --metrics 100 --sets 1 --rounds 3 --profile debug
//! cargo run -p meterstick-compile-bench -- --build cold --rounds 3
//! ```
//!
//! It generates programs of the same metrics with meterstick and with plain OpenTelemetry, and builds them in turns. Times are the
//! processor's, user and system, of Cargo and of all that it starts: what else the machine does changes them little.

mod build;
mod program;

use std::process::ExitCode;

use build::{Build, Cost, Profile};
use program::{Library, Program};

/// What is measured.
struct Choice {
    metrics: Vec<usize>,
    sets: Vec<usize>,
    profiles: Vec<Profile>,
    rounds: usize,
    /// Whether cold builds are measured, and builds after a changed line.
    cold: bool,
    changed: bool,
}

fn main() -> ExitCode {
    let choice = match choice(std::env::args().skip(1)) {
        Ok(choice) => choice,
        Err(error) => {
            eprintln!("error: {error}");
            return ExitCode::FAILURE;
        }
    };
    match run(&choice) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn choice(mut arguments: impl Iterator<Item = String>) -> Result<Choice, String> {
    let mut choice = Choice {
        metrics: vec![10, 100, 500],
        sets: vec![1, 50],
        profiles: vec![Profile::Debug, Profile::Release],
        rounds: 5,
        cold: true,
        changed: true,
    };
    let numbers = |list: &str| {
        let number = |one: &str| one.parse().ok().filter(|n| *n > 0).ok_or(format!("`{one}` is no number over 0"));
        list.split(',').map(number).collect::<Result<Vec<usize>, _>>()
    };
    while let Some(option) = arguments.next() {
        let value = arguments.next().ok_or(format!("`{option}` has no value"))?;
        match option.as_str() {
            "--metrics" => choice.metrics = numbers(&value)?,
            "--sets" => choice.sets = numbers(&value)?,
            "--rounds" => choice.rounds = numbers(&value)?[0],
            "--build" => {
                choice.cold = value != "changed";
                choice.changed = value != "cold";
                if choice.cold && choice.changed {
                    return Err(format!("`{value}` is neither `cold` nor `changed`"));
                }
            }
            "--profile" => {
                let profile =
                    |name: &str| Profile::of(name).ok_or(format!("`{name}` is neither `debug` nor `release`"));
                choice.profiles = value.split(',').map(profile).collect::<Result<_, _>>()?;
            }
            _ => {
                return Err(format!(
                    "`{option}` is no option: there are `--build`, `--metrics`, `--sets`, `--rounds` and `--profile`"
                ));
            }
        }
    }
    Ok(choice)
}

/// Of the pairs of libraries, the one to compare with is first.
const LIBRARIES: [Library; 2] = [Library::OpenTelemetry, Library::Meterstick];

fn run(choice: &Choice) -> Result<(), String> {
    if choice.cold {
        cold(choice)?;
    }
    if choice.changed {
        changed(choice)?;
    }
    Ok(())
}

fn cold(choice: &Choice) -> Result<(), String> {
    println!("| profile | cold build | crates | OpenTelemetry alone | crates | ratio |");
    println!("| --- | --- | --- | --- | --- | --- |");
    for profile in &choice.profiles {
        let first = |library| Program { library, metrics: choice.metrics[0], sets: choice.sets[0] };
        let [plain, typed] = LIBRARIES.map(|library| Build::of(&first(library), *profile));
        let (plain, typed, mut pairs) = (plain?, typed?, Pairs::default());
        let mut crates = (0, 0);
        for _ in 0..choice.rounds {
            let (plain, typed) = (plain.cold()?, typed.cold()?);
            pairs.push(plain.0, typed.0);
            crates = (typed.1, plain.1);
        }
        let (typed, plain, ratio) = pairs.medians();
        println!("| {} | {typed} | {} | {plain} | {} | {ratio:.2} |", profile.name(), crates.0, crates.1);
    }
    Ok(())
}

fn changed(choice: &Choice) -> Result<(), String> {
    println!("\n| profile | metrics | sets | rebuild | plain | ratio | `check` | plain | ratio | binary | plain |");
    println!("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    for profile in &choice.profiles {
        for &metrics in &choice.metrics {
            for &sets in &choice.sets {
                let build = |library| Build::of(&Program { library, metrics, sets }, *profile);
                let [plain, typed] = [build(LIBRARIES[0])?, build(LIBRARIES[1])?];
                let (mut rebuilds, mut checks) = (Pairs::default(), Pairs::default());
                for build in [&plain, &typed] {
                    // What is kept between builds is there before the first that counts.
                    build.build()?;
                    build.check()?;
                }
                for round in 1..=choice.rounds {
                    rebuilds.push(plain.changed(round, Build::build)?, typed.changed(round, Build::build)?);
                    checks.push(
                        plain.changed(choice.rounds + round, Build::check)?,
                        typed.changed(choice.rounds + round, Build::check)?,
                    );
                }
                println!(
                    "| {} | {metrics} | {sets} | {} | {} | {} KB | {} KB |",
                    profile.name(),
                    rebuilds.row(),
                    checks.row(),
                    typed.size()? / 1000,
                    plain.size()? / 1000
                );
            }
        }
    }
    Ok(())
}

/// The costs of builds that were made in turns: plain ones and typed ones.
#[derive(Default)]
struct Pairs(Vec<(Cost, Cost)>);

impl Pairs {
    fn push(&mut self, plain: Cost, typed: Cost) {
        self.0.push((plain, typed));
    }

    /// The medians of typed and plain builds, and the median of the pairs' ratios.
    fn medians(&self) -> (Cost, Cost, f64) {
        let median = |of: fn(&(Cost, Cost)) -> f64| {
            let mut all: Vec<_> = self.0.iter().map(of).collect();
            all.sort_by(f64::total_cmp);
            all[all.len() / 2]
        };
        (Cost(median(|pair| pair.1.0)), Cost(median(|pair| pair.0.0)), median(|pair| pair.1.0 / pair.0.0))
    }

    fn row(&self) -> String {
        let (typed, plain, ratio) = self.medians();
        format!("{typed} | {plain} | {ratio:.2}")
    }
}
