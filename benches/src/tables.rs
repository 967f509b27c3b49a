//! The tables of an earlier run, read back, so that charts show the figures of that run.

use std::path::Path;

use crate::chart::{Bar, draw};

/// Draws a chart of each workload in a file that this program printed: of each section with times of libraries.
pub fn draw_all(printed: &Path, folder: &Path) -> Result<(), String> {
    let text = std::fs::read_to_string(printed).map_err(|error| format!("{}: {error}", printed.display()))?;
    let workloads = workloads(&text);
    if workloads.is_empty() {
        return Err(format!("{}: there is no table of a workload in it", printed.display()));
    }
    for (name, bars) in workloads {
        draw(folder, name, &bars).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    Ok(())
}

/// The sections whose table is the one of `Report::workload`.
fn workloads(text: &str) -> Vec<(&str, Vec<Bar<'_>>)> {
    let sections = text.split("\n### ").skip(1).filter_map(|section| section.split_once('\n'));
    let with_bars = sections.map(|(name, body)| {
        let table = body.split("| | ns | ratio |").nth(1).unwrap_or("").trim_start();
        let rows = table.lines().skip(1).take_while(|line| line.starts_with('|'));
        let bars = rows.filter_map(|row| {
            let mut cells = row.trim_matches('|').split('|').map(str::trim);
            Some(Bar { name: cells.next()?, nanos: cells.next()?.parse().ok()? })
        });
        (name, bars.collect::<Vec<_>>())
    });
    with_bars.filter(|(_, bars)| !bars.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_workloads_are_read() {
        let text = "Medians.\n\n### counter, 1 thread\n\n| | ns | ratio |\n| --- | ---: | ---: |\n| meterstick | 2.50 | 1.00 |\n\
                    | `fetch_add` | 10.00 | 0.25 |\n\n| target | seen | |\n| --- | ---: | --- |\n| ≤ 1 | 2.50 | met |\n\n\
                    ### curve\n\n| sets | ns |\n| ---: | ---: |\n| 1 | 2.0 |\n";
        let read = workloads(text);
        assert_eq!(read.len(), 1);
        let bars: Vec<_> = read[0].1.iter().map(|bar| (bar.name, bar.nanos)).collect();
        assert_eq!((read[0].0, &bars[..]), ("counter, 1 thread", &[("meterstick", 2.5), ("`fetch_add`", 10.0)][..]));
    }
}
