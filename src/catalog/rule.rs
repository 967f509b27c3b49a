//! `CatalogError`: the rules of the names of a catalogue, checked in const evaluation.
// Uses `declare`, `identity`, `message`, `text`. Used by `linked`, `list`.

use core::fmt;

use super::identity::difference;
use super::text::{Fold, Hash, alike};
use crate::declare::Descriptor;
use crate::message::Message;

/// Why a list of metrics is not a catalogue.
///
/// ```
/// use meterstick::catalog::Catalog;
/// use meterstick::prelude::*;
/// use meterstick::unit::Bytes;
///
/// meterstick::unit! { pub Requests = "{request}" }
///
/// const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("shop.sent");
/// const COUNT: Metric<Counter<u64, Requests>> = Meter::counter::<u64>().unit::<Requests>().name("shop.sent");
///
/// let list = vec![*SENT.descriptor(), *COUNT.descriptor()].leak();
/// assert_eq!(
///     Catalog::try_new(list).unwrap_err().to_string(),
///     "a name has one identity, and `shop.sent` is declared with two units: rename one of the two, or declare both alike"
/// );
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct CatalogError {
    rule: Rule,
    name: &'static str,
    other: &'static str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Rule {
    TooMany,
    /// What differs between the two identities.
    Identity(&'static str),
    Case,
    Separators,
}

impl CatalogError {
    /// The rule, the metric that breaks it, and what to do.
    pub(super) const fn message(&self) -> Message {
        let Self { rule, name, other } = *self;
        match rule {
            Rule::TooMany => {
                Message::of(&["a catalogue has at most 2,048 metrics: make one for each part of the program"])
            }
            Rule::Identity(what) => Message::of(&[
                "a name has one identity, and `",
                name,
                "` is declared with two ",
                what,
                ": rename one of the two, or declare both alike",
            ]),
            Rule::Case => Message::of(&[
                "names are case-insensitive, and `",
                other,
                "` and `",
                name,
                "` are the same name: write it in one way",
            ]),
            Rule::Separators => Message::of(&[
                "names differ by more than `.` and `_`, and `",
                other,
                "` and `",
                name,
                "` are the same name in Prometheus, which can have `_` for `.`: rename one of the two",
            ]),
        }
    }
}

impl fmt::Display for CatalogError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message().as_str())
    }
}

impl fmt::Debug for CatalogError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("CatalogError").field(&self.message().as_str()).finish()
    }
}

impl core::error::Error for CatalogError {}

/// The maximum number of metrics in a catalogue.
const MOST: usize = 2048;

/// Twice the number of metrics, so that a search for a free slot is short.
const SLOTS: usize = 2 * MOST;

const FREE: u16 = u16::MAX;

/// The index of each metric by a hash of its name, which ignores case and the difference of `.` and `_`. Const evaluation is
/// limited, so not every pair of metrics can be compared.
struct Names {
    slots: [u16; SLOTS],
}

impl Names {
    /// The first metric with that name, or else the free slot for it.
    const fn find(&self, metrics: &[Descriptor], name: &str) -> Result<usize, usize> {
        let mut slot = hash(name).slot(SLOTS);
        while self.slots[slot] != FREE {
            let known = metrics[self.slots[slot] as usize].name;
            if alike(name, known, Fold::Separators) {
                return Ok(self.slots[slot] as usize);
            }
            slot = (slot + 1) % SLOTS;
        }
        Err(slot)
    }
}

/// Checks that a list is a catalogue.
pub(super) const fn check(metrics: &[Descriptor]) -> Result<(), CatalogError> {
    if metrics.len() > MOST {
        return Err(CatalogError { rule: Rule::TooMany, name: "", other: "" });
    }
    let mut names = Names { slots: [FREE; SLOTS] };
    let mut i = 0;
    while i < metrics.len() {
        let name = metrics[i].name;
        match names.find(metrics, name) {
            Ok(other) => {
                if let Err(error) = alike_by_rule(&metrics[i], &metrics[other]) {
                    return Err(error);
                }
            }
            Err(free) => names.slots[free] = i as u16,
        }
        i += 1;
    }
    Ok(())
}

/// Reports two metrics whose names differ at most by case and separators.
const fn alike_by_rule(metric: &Descriptor, other: &Descriptor) -> Result<(), CatalogError> {
    let rule = if !alike(metric.name, other.name, Fold::Case) {
        Rule::Separators
    } else if !alike(metric.name, other.name, Fold::Exact) {
        Rule::Case
    } else {
        match difference(metric, other) {
            Some(what) => Rule::Identity(what),
            None => return Ok(()),
        }
    };
    Err(CatalogError { rule, name: metric.name, other: other.name })
}

const fn hash(name: &str) -> Hash {
    let bytes = name.as_bytes();
    let mut hash = Hash::NEW;
    let mut i = 0;
    while i < bytes.len() {
        hash = hash.and(bytes[i], Fold::Separators);
        i += 1;
    }
    hash
}
