//! The catalogue as Markdown, read back.

use meterstick::Descriptor;
use proptest::prelude::*;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::samples::catalog;

/// The tables of a page, a list of rows each, and the headings.
fn read(page: &str) -> (Vec<Vec<Vec<String>>>, Vec<String>, usize) {
    let (mut tables, mut headings, mut others) = (Vec::new(), Vec::new(), 0);
    let mut text = String::new();
    // What renderers support beside CommonMark.
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_SUPERSCRIPT
        | Options::ENABLE_MATH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS;
    for event in Parser::new_ext(page, options) {
        match event {
            Event::Start(Tag::Table(_)) => tables.push(Vec::new()),
            Event::Start(Tag::TableHead | Tag::TableRow) => tables.last_mut().unwrap().push(Vec::new()),
            Event::Start(Tag::TableCell | Tag::Heading { .. } | Tag::Paragraph) => text.clear(),
            Event::End(TagEnd::TableCell) => {
                tables.last_mut().unwrap().last_mut().unwrap().push(text.clone());
            }
            Event::End(TagEnd::Heading(level)) => {
                if level == HeadingLevel::H2 {
                    headings.push(text.clone());
                }
            }
            Event::Text(part) | Event::Code(part) => text.push_str(&part),
            Event::Start(Tag::List(_) | Tag::Item | Tag::Link { .. }) | Event::End(_) => {}
            _ => others += 1,
        }
    }
    (tables, headings, others)
}

fn row(metric: &Descriptor) -> [String; 5] {
    let number = match metric.form {
        meterstick::Form::Integer => "integer",
        _ => "double",
    };
    [metric.name, &metric.kind.to_string(), number, metric.unit, metric.description].map(str::to_owned)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn markdown_says_what_was_declared(catalog in catalog()) {
        let page = catalog.to_markdown();
        prop_assert_eq!(&page, &catalog.to_markdown());
        prop_assert!(page.starts_with("# Metrics\n\n"));
        let (tables, headings, others) = read(&page[page.find("| metric |").unwrap()..]);
        prop_assert_eq!(others, 0, "{}", page);
        let mut metrics = catalog.metrics().to_vec();
        metrics.sort_by_key(|metric| metric.name);
        prop_assert!(headings.iter().eq(metrics.iter().map(|metric| metric.name)));

        let rows: Vec<_> = metrics.iter().map(row).collect();
        prop_assert_eq!(&tables[0][0], &["metric", "kind", "number", "unit", "description"]);
        prop_assert_eq!(&tables[0][1..], &rows[..]);

        let with_attributes: Vec<_> = metrics.iter().filter(|metric| !metric.attributes.is_empty()).collect();
        prop_assert_eq!(tables.len(), 1 + with_attributes.len());
        for (table, metric) in tables[1..].iter().zip(with_attributes) {
            prop_assert_eq!(table.len(), 1 + metric.attributes.len());
            for (row, field) in table[1..].iter().zip(metric.attributes) {
                prop_assert_eq!(&row[0], field.key);
                prop_assert_eq!(&row[2], if field.required { "yes" } else { "no" });
                if !field.members.is_empty() {
                    let open = if field.open { ", or another" } else { "" };
                    prop_assert_eq!(&row[3], &format!("{}{open}", field.members.join(", ")));
                }
            }
        }
    }
}

#[test]
fn what_changes_the_direction_of_text_is_a_reference() {
    let controls = "\u{61c}\u{200e}\u{200f}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}";
    let mut metric = crate::samples::descriptor(meterstick::InstrumentKind::Gauge);
    metric.description = crate::samples::kept(format!("What{controls} was sent.").into_boxed_str());
    let page = meterstick::catalog::Catalog::new(crate::samples::kept(Box::new([metric]))).to_markdown();
    assert!(!page.contains(|c| controls.contains(c)) && page.contains("&#8238;"), "{page}");
    let (tables, _, _) = read(&page[page.find("| metric |").unwrap()..]);
    assert_eq!(tables[0][1][4], metric.description);
}

#[test]
fn each_heading_has_its_own_anchor() {
    let named = |name: &'static str| {
        let mut metric = crate::samples::descriptor(meterstick::InstrumentKind::Gauge);
        metric.name = name;
        metric
    };
    // The title of the page is `Metrics`.
    let names = ["metrics", "shop.sent", "shop.sent-1", "shop/sent", "shopsent"];
    let page = meterstick::catalog::Catalog::new(crate::samples::kept(Box::new(names.map(named)))).to_markdown();
    let links: Vec<_> = page.lines().filter_map(|line| Some(line.split_once("](#")?.1.split_once(')')?.0)).collect();
    // In the order of the headings, as renderers number them.
    assert_eq!(links, ["metrics-1", "shopsent", "shopsent-1", "shopsent-2", "shopsent-3"]);
}

#[test]
fn the_introduction_names_scopes_if_there_are_any() {
    use meterstick::prelude::*;
    use meterstick::unit::Bytes;

    const READ: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("shop.read");
    static SENT: Counter<u64, Bytes> =
        Meter::counter::<u64>().unit::<Bytes>().name("shop.sent").global(Scope::new("shop"));

    let introduction = |page: String| page.split_once("| metric |").unwrap().0.to_owned();
    assert!(!introduction(meterstick::catalog![READ].to_markdown()).contains("scope"));
    assert!(introduction(meterstick::catalog![READ, SENT].to_markdown()).contains("has its scope"));
}
