//! What instruments are built on.

use opentelemetry::KeyValue;
use opentelemetry::metrics::Meter;

use super::as_meter::AsMeter;
use crate::attribute::{Set, repeated};
use crate::message::Message;

/// What an instrument is built on: [a meter](AsMeter), or a [group whose instruments have attributes in common](crate::GroupOf).
#[diagnostic::on_unimplemented(
    message = "an instrument is built on a meter, and a `{Self}` is none",
    label = "no meter",
    note = "ask a provider for one, `.build(&provider.meter(\"shop\"))` with `use opentelemetry::metrics::MeterProvider`; that of the global provider is `opentelemetry::global::meter(\"shop\")`, once there is one",
    note = "if it is one of OpenTelemetry, it is of another version than `meterstick::opentelemetry`: `cargo tree -d -i opentelemetry` shows both"
)]
pub trait BuildOn {
    /// The attributes that all its instruments have; `()` for none.
    #[doc(hidden)]
    type Common: Set;

    #[doc(hidden)]
    fn meter(&self) -> &Meter;

    /// What is known of the common attributes.
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

/// The rule of a group's attributes and those of an instrument that is built on it (*Common, attribute collections*).
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
        "an instrument of any keys could be given one of the group's: build it on the group without attributes, or declare its set"
    );
}
