//! What the shop measures, as a table on the terminal.

use std::collections::HashMap;
use std::convert::Infallible;

use meterstick::export::{Amount, Collection, Reading};

/// An exporter for the terminal. It prints the series that have changed since the last export, and nothing if none has.
pub fn printer() -> impl FnMut(Collection<'_>) -> Result<(), Infallible> + Send + 'static {
    let mut printed = HashMap::new();
    move |collection| {
        let mut rows = Vec::new();
        for metric in collection.metrics() {
            for point in metric.points() {
                let attributes = point.attributes().map(|pair| format!("{}={}", pair.key, pair.value));
                let attributes = attributes.collect::<Vec<_>>().join(" ");
                let unit = if metric.unit() == "1" { "" } else { metric.unit() };
                let value = shown(&point.reading, unit);
                let series = (metric.name().to_owned(), attributes);
                if printed.get(&series) != Some(&value) {
                    printed.insert(series.clone(), value.clone());
                    rows.push((series, value));
                }
            }
        }
        let widths = rows.iter().fold((0, 0), |(name, value), row| (name.max(row.0.0.len()), value.max(row.1.len())));
        if !rows.is_empty() {
            println!("\n{:<name$}  {:<value$}  attributes", "metric", "value", name = widths.0, value = widths.1);
        }
        for ((name, attributes), value) in rows {
            println!("{name:<0$}  {value:<1$}  {attributes}", widths.0, widths.1);
        }
        Ok(())
    }
}

fn shown(reading: &Reading<'_>, unit: &str) -> String {
    let distribution = |count: u64, sum: Amount, max: Option<Amount>| {
        let mean = sum.as_f64() / count.max(1) as f64;
        let max = max.map_or(mean, Amount::as_f64);
        format!("{count} values, mean {} {unit}, max {} {unit}", figure(mean), figure(max))
    };
    match reading {
        Reading::Histogram(all) => distribution(all.count, all.sum, all.max),
        Reading::ExponentialHistogram(all) => distribution(all.count, all.sum, all.max),
        Reading::Amount(Amount::Float(value)) => format!("{} {unit}", figure(*value)),
        other => format!("{other} {unit}"),
    }
}

/// Three significant digits.
fn figure(value: f64) -> String {
    let digits = if value == 0.0 { 0 } else { (2 - value.abs().log10().floor() as i32).max(0) as usize };
    format!("{value:.digits$}")
}
