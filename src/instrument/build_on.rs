//! `BuildOn`: a meter, or a group whose instruments have attributes in common.
// Uses `as_meter`, `attribute`, `message`. Used by `catalog`, `declared`, `group`, `observable`, `synchronous`,
// `testing`, `together`, `trace`.

use opentelemetry::KeyValue;
use opentelemetry::metrics::Meter;

use super::as_meter::AsMeter;
use crate::attribute::{Set, repeated};
use crate::message::Message;

/// A value on which an instrument is built: [a meter](AsMeter), or a [group with common attributes](crate::GroupOf).
#[diagnostic::on_unimplemented(
    message = "an instrument is built on a meter, and a `{Self}` is not one",
    label = "not a meter",
    note = "get a meter from a provider: `.build(&provider.meter(\"shop\"))` with `use opentelemetry::metrics::MeterProvider`, or `opentelemetry::global::meter(\"shop\")` after the global provider is set",
    note = "if it is a meter of OpenTelemetry, its version differs from `meterstick::opentelemetry`: `cargo tree -d -i opentelemetry` shows both versions"
)]
pub trait BuildOn {
    /// The common attributes of all its instruments; `()` for none.
    #[doc(hidden)]
    type Common: Set;

    #[doc(hidden)]
    fn meter(&self) -> &Meter;

    /// Returns the common attributes that are known already.
    #[doc(hidden)]
    fn common(&self) -> &[KeyValue];
}

#[diagnostic::do_not_recommend]
impl<M: AsMeter + ?Sized> BuildOn for M {
    type Common = ();

    fn meter(&self) -> &Meter {
        self.as_meter()
    }

    fn common(&self) -> &[KeyValue] {
        &[]
    }
}

/// Panics if an instrument and the group it is built on share a key (*Common, attribute collections*).
#[track_caller]
pub(super) const fn assert_apart<C: Set, A: Set>() {
    if C::FIELDS.is_empty() {
        return;
    }
    if let Some(key) = repeated(C::FIELDS, A::FIELDS) {
        let rule = Message::of(&[
            "each attribute is given once, and `",
            key,
            "` is one of the group's and one of the instrument's: leave it out of one of the two",
        ]);
        panic!("{}", rule.as_str());
    }
    assert!(
        !A::ANY_KEYS,
        "an instrument of `KeyValues` could be given a key of the group: build it on the group without attributes, or declare its set"
    );
}
