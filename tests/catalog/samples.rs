//! Metrics with names, keys and texts of any kind.

use meterstick::catalog::Catalog;
use meterstick::prelude::*;
use meterstick::unit::{Bytes, One, Seconds};
use meterstick::{Descriptor, Field, InstrumentKind, ValueType};
use proptest::prelude::*;

/// Texts that formats have a use for.
pub const NASTY: [&str; 14] = [
    "say \"what\" and 'why'",
    "a | b || c \\| d \\",
    "{braces} {{twice}} ${datasource} $x",
    "two\nlines\r\nand\tmore\n",
    "  blanks around  ",
    "Größe µ 温度 🌡 \u{202e}abc",
    "*bold* _it_ `code` ``more`` <b>tag</b> <!-- c --> [link](x) ![i](y) &amp; &#65; ~~no~~ ^up^ $x$",
    "- a list",
    "1. a list",
    "# no heading",
    "=== --- +++",
    "yes",
    "null: 1 # no comment",
    "\u{1}\u{7f}\u{85}\u{2028}\u{feff}",
];

pub fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        proptest::sample::select(&NASTY[..]).prop_map(str::to_owned),
        "[ -~]{0,12}",
        "[\\PC]{0,6}",
        "[|\\\\`*_{}\\[\\]<>&;:#\"'\n\r\t ]{0,8}",
    ];
    prop::collection::vec(piece, 0..4).prop_map(|pieces| pieces.concat())
}

pub fn kept<T: ?Sized>(value: Box<T>) -> &'static T {
    Box::leak(value)
}

/// A descriptor is made by a declaration; its texts are then what the test wants.
pub fn descriptor(kind: InstrumentKind) -> Descriptor {
    match kind {
        InstrumentKind::Counter => *Meter::counter::<u64>().unit::<Bytes>().name("x").descriptor(),
        InstrumentKind::UpDownCounter => *Meter::up_down_counter::<i64>().unit::<One>().name("x").descriptor(),
        InstrumentKind::Histogram => *Meter::histogram::<f64>().unit::<Seconds>().name("x").descriptor(),
        InstrumentKind::Gauge => *Meter::gauge::<f64>().unit::<One>().name("x").descriptor(),
        InstrumentKind::ObservableCounter => *Meter::observable_counter::<u64>().unit::<Bytes>().name("x").descriptor(),
        InstrumentKind::ObservableUpDownCounter => {
            *Meter::observable_up_down_counter::<i64>().unit::<One>().name("x").descriptor()
        }
        InstrumentKind::ObservableGauge => *Meter::observable_gauge::<f64>().unit::<Seconds>().name("x").descriptor(),
        other => unreachable!("there is no sample of `{other}`"),
    }
}

pub const KINDS: [InstrumentKind; 7] = [
    InstrumentKind::Counter,
    InstrumentKind::UpDownCounter,
    InstrumentKind::Histogram,
    InstrumentKind::Gauge,
    InstrumentKind::ObservableCounter,
    InstrumentKind::ObservableUpDownCounter,
    InstrumentKind::ObservableGauge,
];

fn field() -> impl Strategy<Value = Field> {
    let ty = proptest::sample::select(vec![ValueType::Bool, ValueType::Int, ValueType::Double, ValueType::String]);
    let members = prop::collection::btree_set(text(), 0..4);
    (text(), ty, any::<bool>(), members, any::<bool>()).prop_map(|(key, ty, required, members, open)| {
        let members: Vec<_> = members.into_iter().map(|member| kept(member.into_boxed_str())).collect();
        let ty = if members.is_empty() { ty } else { ValueType::String };
        let key = kept(format!("k{key}").into_boxed_str());
        let (members, open) = (kept(members.into_boxed_slice()), ty != ValueType::Bool && open);
        Field::new(key, ty).required(required).members(members).open(open)
    })
}

fn metric() -> impl Strategy<Value = Descriptor> {
    let fields = prop::collection::vec(field(), 0..4);
    let units = proptest::sample::select(vec!["1", "By", "{request}", "{re`q|u}", "%", "s", "By/s"]);
    (proptest::sample::select(&KINDS[..]), text(), fields, units).prop_map(|(kind, description, mut fields, unit)| {
        fields.sort_by_key(|field| field.key);
        fields.dedup_by_key(|field| field.key);
        let mut descriptor = descriptor(kind);
        descriptor.description = kept(description.into_boxed_str());
        descriptor.cardinality = fields.iter().try_fold(1, |sets, field| {
            let values = match field.ty {
                ValueType::Bool => Some(2),
                _ if field.open || field.members.is_empty() => None,
                _ => Some(field.members.len()),
            };
            values.map(|values| sets * (values + usize::from(!field.required)))
        });
        descriptor.attributes = kept(fields.into_boxed_slice());
        descriptor.unit = unit;
        descriptor
    })
}

/// A catalogue of metrics that have nothing in common.
pub fn catalog() -> impl Strategy<Value = Catalog> {
    prop::collection::vec(metric(), 0..4).prop_map(|mut metrics| {
        for (i, metric) in metrics.iter_mut().enumerate() {
            // Not in order, so that what is written has to be.
            metric.name = kept(format!("shop.m{}_x-y/z", (i * 7) % 5).into_boxed_str());
        }
        Catalog::new(kept(metrics.into_boxed_slice()))
    })
}
