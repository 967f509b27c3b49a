//! What a catalogue has with the feature `catalog` only, so that the compiler's message names it.
// Uses `list`. No other module uses it.

use super::list::Catalog;

/// Never implemented. A bound with a lifetime is checked where the method is called.
#[diagnostic::on_unimplemented(
    message = "the lints and the page of a catalogue need the feature `catalog` of meterstick",
    label = "needs the feature `catalog`",
    note = "for tests write in `Cargo.toml`, below `[dev-dependencies]`: `meterstick = {{ version = \"0.1\", features = [\"catalog\"] }}`"
)]
pub trait HasLints<'a> {}

#[doc(hidden)]
impl Catalog {
    pub fn lint<'a>(&'a self)
    where
        Self: HasLints<'a>,
    {
    }

    pub fn lint_for<'a, S>(&'a self, _: S)
    where
        Self: HasLints<'a>,
    {
    }

    pub fn assert_prometheus_names<'a, S, N>(&'a self, _: S, _: N)
    where
        Self: HasLints<'a>,
    {
    }

    pub fn to_markdown<'a>(&'a self)
    where
        Self: HasLints<'a>,
    {
    }
}
