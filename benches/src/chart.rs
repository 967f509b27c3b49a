//! A workload as a picture: a bar for each library on a logarithmic scale, as the fastest and the slowest may differ a thousandfold.

use std::error::Error;
use std::path::Path;

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

const WIDTH: i32 = 720;
const BAR: i32 = 26;
/// Above the bars are the title and what the scale is.
const TOP: i32 = 56;
/// Below the bars are the numbers of the scale.
const BOTTOM: i32 = 30;
/// Left of the bars are the names.
const LEFT: i32 = 160;
/// Right of the longest bar is its figure.
const RIGHT: i32 = 90;

/// The library whose bar is emphasized.
const OURS: &str = "meterstick";

/// A library and its nanoseconds per call.
pub struct Bar<'a> {
    pub name: &'a str,
    pub nanos: f64,
}

/// Draws a workload into a file of its name.
pub fn draw(folder: &Path, workload: &str, bars: &[Bar<'_>]) -> Result<(), Box<dyn Error>> {
    std::fs::create_dir_all(folder)?;
    let words = workload.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let path = folder.join(format!("{}.svg", words.collect::<Vec<_>>().join("-")));
    let scale = Scale::of(bars);
    let end_of_bars = TOP + BAR * bars.len() as i32;
    let area = SVGBackend::new(&path, (WIDTH as u32, (end_of_bars + BOTTOM) as u32)).into_drawing_area();
    area.fill(&WHITE)?;
    let text = |size: i32| ("sans-serif", size).into_font().color(&BLACK);
    let at = |size, horizontal, vertical| text(size).pos(Pos::new(horizontal, vertical));
    area.draw(&Text::new(title(workload), (8, 8), text(19)))?;
    let explained = "nanoseconds per call and thread, logarithmic scale; lower is better";
    area.draw(&Text::new(explained, (8, 32), text(15).color(&RGBColor(0x55, 0x5b, 0x61))))?;
    for (nanos, label) in scale.marks() {
        let x = scale.x(nanos);
        area.draw(&PathElement::new([(x, TOP), (x, end_of_bars)], RGBColor(0xdd, 0xe1, 0xe5)))?;
        area.draw(&Text::new(label, (x, end_of_bars + 6), at(14, HPos::Center, VPos::Top)))?;
    }
    for (n, bar) in bars.iter().enumerate() {
        let middle = TOP + BAR * n as i32 + BAR / 2;
        let color = if bar.name == OURS { RGBColor(0x1b, 0x6c, 0xa8) } else { RGBColor(0xa7, 0xb0, 0xb9) };
        let end = scale.x(bar.nanos);
        area.draw(&Rectangle::new([(LEFT, middle - BAR / 3), (end, middle + BAR / 3)], color.filled()))?;
        area.draw(&Text::new(bar.name.replace('`', ""), (LEFT - 8, middle), at(16, HPos::Right, VPos::Center)))?;
        area.draw(&Text::new(figure(bar.nanos), (end + 6, middle), at(16, HPos::Left, VPos::Center)))?;
    }
    Ok(area.present()?)
}

/// The powers of ten that all bars are between. Each bar begins at the lower one.
struct Scale {
    low: i32,
    high: i32,
}

impl Scale {
    fn of(bars: &[Bar<'_>]) -> Self {
        let logarithms = bars.iter().map(|bar| bar.nanos.log10());
        let (least, most) = logarithms.fold((f64::MAX, f64::MIN), |(least, most), log| (least.min(log), most.max(log)));
        // The shortest bar has a length that can be seen.
        let low = (least - 0.1).floor() as i32;
        Self { low, high: (most.ceil() as i32).max(low + 1) }
    }

    fn x(&self, nanos: f64) -> i32 {
        let part = (nanos.log10() - f64::from(self.low)) / f64::from(self.high - self.low);
        LEFT + (part * f64::from(WIDTH - LEFT - RIGHT)).round() as i32
    }

    fn marks(&self) -> impl Iterator<Item = (f64, String)> {
        (self.low..=self.high).map(|power| {
            let nanos = 10_f64.powi(power);
            (nanos, if power < 0 { format!("{nanos} ns") } else { format!("{nanos:.0} ns") })
        })
    }
}

fn title(workload: &str) -> String {
    let mut characters = workload.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

fn figure(nanos: f64) -> String {
    if nanos < 100.0 { format!("{nanos:.1} ns") } else { format!("{nanos:.0} ns") }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BARS: [Bar<'_>; 3] = [
        Bar { name: OURS, nanos: 2.5 },
        Bar { name: "`fetch_add`", nanos: 10.0 },
        Bar { name: "metrics", nanos: 2590.0 },
    ];

    #[test]
    fn all_bars_are_within_the_scale() {
        let scale = Scale::of(&BARS);
        assert_eq!((scale.low, scale.high), (0, 4));
        let ends: Vec<_> = BARS.iter().map(|bar| scale.x(bar.nanos)).collect();
        assert!(ends.is_sorted() && ends[0] > LEFT && ends[2] < WIDTH - RIGHT, "{ends:?}");
        // A tenfold time is as much longer wherever it is.
        assert_eq!(scale.x(10.0) - scale.x(1.0), scale.x(1000.0) - scale.x(100.0));
    }

    #[test]
    fn a_chart_has_each_name_and_figure() {
        let folder = std::env::temp_dir().join(format!("meterstick-chart-{}", std::process::id()));
        draw(&folder, "counter, 18 sets, 1 thread", &BARS).unwrap();
        let svg = std::fs::read_to_string(folder.join("counter-18-sets-1-thread.svg")).unwrap();
        std::fs::remove_dir_all(&folder).unwrap();
        for text in
            ["Counter, 18 sets, 1 thread", "lower is better", "meterstick", "fetch_add", "2.5 ns", "2590 ns", "1000 ns"]
        {
            assert!(svg.contains(text), "{text} is not in the chart");
        }
    }
}
