//! What was seen, as a picture: a bar for each library, as long as its call takes.

use std::error::Error;
use std::path::Path;

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use crate::target::Line;

const WIDTH: i32 = 640;
const TOP: i32 = 34;
const BAR: i32 = 24;
/// Where the bars begin: left of it are the names.
const LEFT: i32 = 150;
/// Right of the longest bar is its figure.
const RIGHT: i32 = 90;

/// A bar that would be longer than so many times our own is cut off.
const CUT: f64 = 25.0;

/// Draws a workload into a file of its name.
pub fn draw(folder: &Path, name: &str, lines: &[Line]) -> Result<(), Box<dyn Error>> {
    std::fs::create_dir_all(folder)?;
    let words = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let path = folder.join(format!("{}.svg", words.collect::<Vec<_>>().join("-")));
    let height = TOP + BAR * lines.len() as i32 + 8;
    let area = SVGBackend::new(&path, (WIDTH as u32, height as u32)).into_drawing_area();
    area.fill(&WHITE)?;
    let text = |size: i32| ("sans-serif", size).into_font();
    let right = text(13).color(&BLACK).pos(Pos::new(HPos::Right, VPos::Center));
    let left = text(13).color(&BLACK).pos(Pos::new(HPos::Left, VPos::Center));
    area.draw(&Text::new(format!("{name}: nanoseconds a call and thread"), (8, 8), text(15).color(&BLACK)))?;
    let cut = lines[0].nanos * CUT;
    let longest = lines.iter().map(|line| line.nanos).fold(0.0, f64::max).min(cut);
    for (n, line) in lines.iter().enumerate() {
        let middle = TOP + BAR * n as i32 + BAR / 2;
        let length = line.nanos.min(cut) / longest * f64::from(WIDTH - LEFT - RIGHT);
        let end = LEFT + (length as i32).max(1);
        let color = if n == 0 { RGBColor(0x1b, 0x6c, 0xa8) } else { RGBColor(0xb0, 0xb7, 0xbf) };
        let corners = [(LEFT, middle - BAR / 3), (end, middle + BAR / 3)];
        area.draw(&Rectangle::new(corners, color.filled()))?;
        area.draw(&Text::new(line.rival.replace('`', ""), (LEFT - 8, middle), right.clone()))?;
        let cut_off = if line.nanos > cut { "» " } else { "" };
        area.draw(&Text::new(format!("{cut_off}{:.1}", line.nanos), (end + 6, middle), left.clone()))?;
    }
    Ok(area.present()?)
}
