//! `Catalog::to_markdown`: the catalogue as a page with tables.
// Uses `attribute`, `declare`, `list`, `number`, `prometheus`, `prometheus::exporter`, `prometheus::strategy`, `text`.
// No other module uses it.

use core::fmt::Write;
use std::collections::BTreeMap;

use super::list::Catalog;
use super::prometheus::{Prometheus, RustExporter, Strategy};
use super::text::is_control;
use crate::attribute::{Field, ValueType};
use crate::declare::{Descriptor, Scope};
use crate::number::Form;

impl Catalog {
    /// Returns a page in Markdown: an introduction, a table of all metrics, and a section for each with its attributes.
    ///
    /// The names in Prometheus are those of Prometheus' default [`Strategy`], and those of `opentelemetry-prometheus` without
    /// options if they differ.
    ///
    /// ```
    /// use meterstick::prelude::*;
    /// use meterstick::unit::Bytes;
    ///
    /// const SENT: Metric<Counter<u64, Bytes>> =
    ///     Meter::counter::<u64>().unit::<Bytes>().name("shop.sent").description("How much was sent.");
    ///
    /// let page = meterstick::catalog![SENT].to_markdown();
    /// assert!(page.contains("| [`shop.sent`](#shopsent) | counter | integer | `By` | How much was sent. |"));
    /// ```
    #[must_use]
    pub fn to_markdown(&self) -> String {
        let metrics = self.sorted();
        let anchors = anchors(metrics.iter().map(|(metric, _)| metric.name));
        let mut page = introduction(metrics.iter().any(|(_, scopes)| !scopes.is_empty()));
        for ((metric, _), anchor) in metrics.iter().zip(anchors) {
            let cells = [
                format!("[{}](#{anchor})", code(metric.name)),
                metric.kind.to_string(),
                form(metric.form).to_owned(),
                code(metric.unit),
                prose(metric.description),
            ];
            row(&mut page, &cells);
        }
        for (metric, scopes) in &metrics {
            section(&mut page, metric, scopes);
        }
        page
    }
}

const TITLE: &str = "Metrics";

/// What the page says first. Metrics of meters have no scope in the catalogue: they may be built in any.
fn introduction(has_scopes: bool) -> String {
    let has = if has_scopes {
        "its scope, which is the library or module that records it, its name in Prometheus, the number of series that\n\
         it can have, one for each combination of attributes, and its attributes."
    } else {
        "its name in Prometheus, the number of series that it can have, one for each combination of attributes, and\n\
         its attributes."
    };
    format!(
        "\
# {TITLE}

The metrics that this program exports through OpenTelemetry. This page is generated from their declarations. The section of
each metric has {has}

| metric | kind | number | unit | description |
| --- | --- | --- | --- | --- |
"
    )
}

fn section(page: &mut String, metric: &Descriptor, scopes: &[Scope]) {
    let mut line = |text: String| {
        page.push_str(&text);
        page.push('\n');
    };
    line(format!("\n## {}\n", code(metric.name)));
    if !metric.description.is_empty() {
        line(format!("{}\n", prose(metric.description)));
    }
    for scope in scopes {
        let version = scope.descriptor().version.map(|version| format!(" {}", code(version))).unwrap_or_default();
        line(format!("- Scope: {}{version}", code(scope.name())));
    }
    let name = |strategy: Strategy| Prometheus::of(metric, strategy).name;
    let (translated, exported) = (name(Strategy::default()), name(RustExporter::new().into()));
    let differs = (exported != translated).then(|| format!("; by `opentelemetry-prometheus` {}", code(&exported)));
    line(format!("- In Prometheus: {}{}", code(&translated), differs.unwrap_or_default()));
    match (metric.cardinality, metric.cardinality_limit) {
        (Some(1), _) => line("- Series: 1".to_owned()),
        (Some(sets), _) | (None, Some(sets)) => line(format!("- Series: at most {sets}")),
        (None, None) => line("- Series: as many as there are combinations of attributes".to_owned()),
    }
    if let Some(exponential) = metric.exponential {
        let (size, scale) = (exponential.max_size, exponential.max_scale);
        line(format!("- Buckets: exponential, at most {size}, with a scale of at most {scale}"));
    } else if !metric.boundaries.is_empty() {
        let boundaries: Vec<_> = metric.boundaries.iter().map(f64::to_string).collect();
        line(format!("- Bucket boundaries: {}", boundaries.join(", ")));
    }
    if !metric.attributes.is_empty() {
        page.push_str("\n| attribute | type | required | values |\n| --- | --- | --- | --- |\n");
        metric.attributes.iter().for_each(|field| row(page, &attribute(field)));
    }
}

fn attribute(field: &Field) -> [String; 4] {
    let mut values: Vec<_> = match (field.ty, field.members) {
        (ValueType::Bool, []) => vec![code("false"), code("true")],
        (_, members) => members.iter().map(|member| code(member)).collect(),
    };
    if field.open && !values.is_empty() {
        values.push("or another".to_owned());
    }
    let required = if field.required { "yes" } else { "no" };
    [code(field.key), value_type(field.ty).to_owned(), required.to_owned(), values.join(", ")]
}

fn row(page: &mut String, cells: &[String]) {
    // Writing to a string does not fail.
    let _ = writeln!(page, "| {} |", cells.join(" | "));
}

pub(super) const fn form(form: Form) -> &'static str {
    match form {
        Form::Integer => "integer",
        Form::Float => "double",
    }
}

const fn value_type(ty: ValueType) -> &'static str {
    match ty {
        ValueType::Bool => "boolean",
        ValueType::Int => "integer",
        ValueType::Double => "double",
        ValueType::String => "string",
        ValueType::Bools => "booleans",
        ValueType::Ints => "integers",
        ValueType::Doubles => "doubles",
        ValueType::Strings => "strings",
        ValueType::Any => "any",
    }
}

/// The anchors by which renderers link headings. Several headings with one anchor are numbered. The page's title is a heading,
/// too.
fn anchors<'a>(headings: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut taken = BTreeMap::from([(TITLE.to_ascii_lowercase(), 0_usize)]);
    let anchor = |heading: &str| {
        let kept = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
        let plain: String = heading.to_ascii_lowercase().chars().filter(kept).collect();
        let mut anchor = plain.clone();
        while taken.contains_key(&anchor) {
            let number = taken.entry(plain.clone()).or_default();
            *number += 1;
            anchor = format!("{plain}-{number}");
        }
        taken.insert(anchor.clone(), 0);
        anchor
    };
    headings.map(anchor).collect()
}

/// A text as code, if code can contain it: code cannot contain line ends or, in a table, bars.
fn code(text: &str) -> String {
    let plain = !text.is_empty()
        && text.trim() == text
        && !text.contains("  ")
        && text.chars().all(|c| !is_control(c) && !matches!(c, '`' | '|' | '\\'));
    if plain { format!("`{text}`") } else { prose(text) }
}

/// A text as prose. Characters that mean something in Markdown become character references, so that they cannot break a table.
fn prose(text: &str) -> String {
    let mut prose = String::with_capacity(text.len());
    let inside = text.trim();
    let start = inside.as_ptr() as usize - text.as_ptr() as usize;
    let inside = start..start + inside.len();
    for (i, c) in text.char_indices() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '~' | '^' | '$' | '!' => {
                prose.push('\\');
                prose.push(c);
            }
            // A paragraph that starts with this would be a list or a line.
            '-' | '+' | '=' if i == 0 => {
                prose.push('\\');
                prose.push(c);
            }
            '.' | ')' if i > 0 && text[..i].bytes().all(|byte| byte.is_ascii_digit()) => {
                prose.push('\\');
                prose.push(c);
            }
            '&' | '|' => {
                let _ = write!(prose, "&#{};", u32::from(c));
            }
            // At an end, or several in a row, blanks would be dropped.
            _ if is_control(c) || (c.is_whitespace() && !inside.contains(&i)) => {
                let _ = write!(prose, "&#{};", u32::from(c));
            }
            _ => prose.push(c),
        }
    }
    prose
}
