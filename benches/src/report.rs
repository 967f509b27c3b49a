//! What was seen: Markdown to read, JSON to draw.

use std::path::PathBuf;

use crate::args::Args;
use crate::chart::{self, Bar};
use crate::target::{Line, Outcome};

pub struct Report {
    json: Option<PathBuf>,
    svg: Option<PathBuf>,
    objects: Vec<String>,
    met: usize,
    outcomes: usize,
    list: bool,
}

impl Report {
    pub fn new(args: &Args) -> Self {
        if !args.list {
            let cores = std::thread::available_parallelism().map_or(1, usize::from);
            println!(
                "Medians of {} interleaved samples of {} ms or more, on {cores} cores. *ns*: from the first thread's \
                 start to the last one's end, over the calls of one thread. *ratio*: meterstick's time over this one's.",
                args.rounds,
                args.sample.as_millis()
            );
        }
        Self {
            json: args.json.clone(),
            svg: args.svg.clone(),
            objects: Vec::new(),
            met: 0,
            outcomes: 0,
            list: args.list,
        }
    }

    pub fn workload(&mut self, name: &str, lines: Vec<Line>, outcomes: Vec<Outcome>) {
        println!("\n### {name}\n\n| | ns | ratio |\n| --- | ---: | ---: |");
        for line in &lines {
            println!("| {} | {:.2} | {:.2} |", line.rival, line.nanos, line.ratio);
        }
        self.outcomes(&outcomes);
        let bars: Vec<_> = lines.iter().map(|line| Bar { name: line.rival, nanos: line.nanos }).collect();
        if let Some(folder) = &self.svg
            && let Err(error) = chart::draw(folder, name, &bars)
        {
            eprintln!("{}: {error}", folder.display());
            std::process::exit(1);
        }
        let lines = lines
            .iter()
            .map(|line| format!(r#"{{"rival":{:?},"nanos":{:.4},"ratio":{:.4}}}"#, line.rival, line.nanos, line.ratio));
        self.objects.push(format!(
            r#"{{"workload":{name:?},"lines":[{}],"targets":[{}]}}"#,
            lines.collect::<Vec<_>>().join(","),
            targets(&outcomes)
        ));
    }

    /// A table of any figures: rows of a label and numbers.
    pub fn table(&mut self, name: &str, columns: &[&str], rows: &[(String, Vec<f64>)], outcomes: Vec<Outcome>) {
        println!("\n### {name}\n\n| {} |\n|{}", columns.join(" | "), " ---: |".repeat(columns.len()));
        for (label, numbers) in rows {
            let numbers: Vec<_> = numbers.iter().map(|number| figure(*number)).collect();
            println!("| {label} | {} |", numbers.join(" | "));
        }
        self.outcomes(&outcomes);
        let quoted: Vec<_> = columns.iter().map(|column| format!("{column:?}")).collect();
        let rows = rows.iter().map(|(label, numbers)| {
            let numbers: Vec<_> = numbers.iter().map(|number| format!("{number:.4}")).collect();
            format!("[{label:?},{}]", numbers.join(","))
        });
        self.objects.push(format!(
            r#"{{"table":{name:?},"columns":[{}],"rows":[{}],"targets":[{}]}}"#,
            quoted.join(","),
            rows.collect::<Vec<_>>().join(","),
            targets(&outcomes)
        ));
    }

    fn outcomes(&mut self, outcomes: &[Outcome]) {
        if !outcomes.is_empty() {
            println!("\n| target | seen | |\n| --- | ---: | --- |");
        }
        for outcome in outcomes {
            let met = if outcome.met { "met" } else { "**missed**" };
            println!("| {} | {} | {met} |", outcome.target, figure(outcome.seen));
            self.met += usize::from(outcome.met);
            self.outcomes += 1;
        }
    }

    pub fn finish(self) {
        if self.list {
            return;
        }
        println!("\n{} of {} targets met.", self.met, self.outcomes);
        if let Some(path) = self.json {
            let text = format!("[{}]\n", self.objects.join(",\n"));
            if let Err(error) = std::fs::write(&path, text) {
                eprintln!("{}: {error}", path.display());
                std::process::exit(1);
            }
        }
    }
}

fn figure(number: f64) -> String {
    if number >= 1000.0 { format!("{number:.0}") } else { format!("{number:.2}") }
}

fn targets(outcomes: &[Outcome]) -> String {
    let target = |outcome: &Outcome| {
        format!(r#"{{"target":{:?},"seen":{:.4},"met":{}}}"#, outcome.target, outcome.seen, outcome.met)
    };
    outcomes.iter().map(target).collect::<Vec<_>>().join(",")
}
