//! The rules of names that stand side by side, checked in const evaluation.

use core::fmt;

use super::identity::difference;
use super::text::{Fold, Hash, alike};
use crate::declare::Descriptor;
use crate::message::Message;

/// Why a list of metrics is no catalogue.
///
/// ```
/// use meterstick::catalog::Catalog;
/// use meterstick::prelude::*;
/// use meterstick::unit::{Bytes, One};
///
/// const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("shop.sent");
/// const COUNT: Metric<Counter<u64, One>> = Meter::counter::<u64>().unit::<One>().name("shop.sent");
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
    /// What there are two of.
    Identity(&'static str),
    Case,
    Separators,
}

impl CatalogError {
    /// The rule, what breaks it, what to do.
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
                "` are one name: write it in one way",
            ]),
            Rule::Separators => Message::of(&[
                "names differ by more than `.` and `_`, and `",
                other,
                "` and `",
                name,
                "` are one name in Prometheus, wherever it has `_` for `.`: rename one of the two",
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

/// The number of metrics that a catalogue can have.
const MOST: usize = 2048;

/// Twice the number of metrics, so that a free slot is near.
const SLOTS: usize = 2 * MOST;

const FREE: u16 = u16::MAX;

/// Which metric has which name, by a hash of it that does not see case, nor `.` from `_`: const evaluation ends early,
/// so that each metric cannot be compared with each.
struct Names {
    slots: [u16; SLOTS],
}

impl Names {
    /// The first metric of that name, or else the free slot for it.
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

/// Whether a list is a catalogue.
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

/// Two metrics whose names differ at most by case and separators.
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
