//! The subcommand `meterstick-catalog check`.
// Uses `check`, `command`, `promql`. Used by `command`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use meterstick::catalog::{RustExporter, Strategy, Translation};
use meterstick_catalog::check::{Check, FindingLevel, Format, Rule};
use meterstick_catalog::promql::Names;

use super::{print, read, report};

/// Checks Prometheus rules and Grafana dashboards against a catalogue: names, labels, kinds, units.
///
/// Exit status: 0 if there are no errors, 1 if there are, 2 if an argument or a catalogue is invalid, if a file cannot be opened
/// or if the output cannot be written.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The catalogue, as a JSON file.
    #[arg(long)]
    catalogue: PathBuf,
    /// Another catalogue, whose metrics are known, too; can be given several times.
    #[arg(long, value_name = "CATALOGUE")]
    also: Vec<PathBuf>,
    /// An earlier version of the catalogue: messages about what it alone has name what replaces it or is similar.
    #[arg(long, value_name = "CATALOGUE")]
    before: Option<PathBuf>,
    /// A prefix of metrics that are not checked, such as `node_`; can be given several times.
    #[arg(long, value_name = "PREFIX", value_delimiter = ',')]
    others: Vec<String>,
    /// A label that the scrape targets have; can be given several times.
    #[arg(long, value_name = "LABEL", value_delimiter = ',')]
    label: Vec<String>,
    /// A rule that is not checked, such as `raw-counter`; can be given several times.
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    allow: Vec<String>,
    /// How metrics get to Prometheus, which determines their names.
    #[arg(long, value_enum, default_value = "with-suffixes")]
    names: Naming,
    /// Prometheus stores all histograms as native histograms, also those with boundaries.
    #[arg(long)]
    native_histograms: bool,
    /// The output format of the findings.
    #[arg(long, value_enum, default_value = "text")]
    format: Written,
    /// The files to check: rules as YAML, dashboards as JSON.
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Naming {
    /// Prometheus' translator, with suffixes for units and types.
    WithSuffixes,
    /// Prometheus' translator, without suffixes.
    WithoutSuffixes,
    /// Unchanged names, with suffixes.
    Utf8WithSuffixes,
    /// Unchanged names.
    Utf8,
    /// The crate `opentelemetry-prometheus`.
    RustExporter,
    /// The text of the specification.
    Specification,
}

impl Naming {
    fn strategy(self) -> Strategy {
        match self {
            Self::WithSuffixes => Translation::UnderscoreEscapingWithSuffixes.into(),
            Self::WithoutSuffixes => Translation::UnderscoreEscapingWithoutSuffixes.into(),
            Self::Utf8WithSuffixes => Translation::NoUtf8EscapingWithSuffixes.into(),
            Self::Utf8 => Translation::NoTranslation.into(),
            Self::RustExporter => RustExporter::new().into(),
            Self::Specification => Strategy::Specification,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Written {
    Text,
    Json,
    Github,
}

pub fn run(arguments: &Arguments) -> Result<ExitCode, String> {
    let mut errors = Vec::new();
    let mut keep = |result: Result<_, String>| result.map_err(|error| errors.push(error)).ok();
    let catalogue = keep(read(&arguments.catalogue));
    let also: Vec<_> = arguments.also.iter().filter_map(|path| keep(read(path))).collect();
    let before = arguments.before.as_deref().and_then(|path| keep(read(path)));
    let mut files = Vec::new();
    for path in &arguments.files {
        match std::fs::read_to_string(path) {
            Ok(text) => files.push((path, text)),
            Err(error) => errors.push(format!("{}: {error}", path.display())),
        }
    }
    let known = |name: &String| Rule::ALL.iter().any(|rule| rule.name() == name);
    for unknown in arguments.allow.iter().filter(|name| !known(name)) {
        let names: Vec<_> = Rule::ALL.iter().map(|rule| rule.name()).collect();
        errors.push(format!("`{unknown}` is not a rule: the rules are {}", names.join(", ")));
    }
    // Every name starts with an empty prefix: nothing would be checked.
    for (option, values) in [("others", &arguments.others), ("label", &arguments.label)] {
        if values.iter().any(String::is_empty) {
            errors.push(format!("`--{option}` has an empty value: remove it, or the comma before or after it"));
        }
    }
    let (Some(catalogue), []) = (catalogue, &errors[..]) else { return Err(errors.join("\n")) };

    let names = Names::new(arguments.names.strategy());
    let names = if arguments.native_histograms { names.native_histograms() } else { names };
    let mut check = Check::with_names(&catalogue, names);
    also.iter().for_each(|catalogue| {
        check.also(catalogue);
    });
    if let Some(before) = &before {
        check.before(before);
    }
    arguments.others.iter().for_each(|prefix| {
        check.others(prefix);
    });
    arguments.label.iter().for_each(|label| {
        check.label(label);
    });
    for (path, text) in &files {
        let name = path.display().to_string();
        if is_json(path) {
            check.dashboard(&name, text)
        } else {
            check.rules(&name, text)
        };
    }
    let queries = check.queries();
    let mut findings = check.findings();
    findings.retain(|finding| arguments.allow.iter().all(|rule| finding.rule.name() != rule));
    let format = match arguments.format {
        Written::Text => Format::Text,
        Written::Json => Format::Json,
        Written::Github => Format::Github,
    };
    print(format.write(&findings))?;
    let wrong = findings.iter().filter(|finding| finding.rule.level() == FindingLevel::Error).count();
    let of = |count: usize, one: &str, more: &str| format!("{count} {}", if count == 1 { one } else { more });
    let (queries, in_files) = (of(queries, "query", "queries"), of(files.len(), "file", "files"));
    report(format_args!("meterstick-catalog: {queries} in {in_files}, {}", of(wrong, "error", "errors")));
    Ok(if wrong == 0 { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn is_json(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"))
}
