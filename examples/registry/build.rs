//! Writes the registry in `model` as typed constants.

fn main() {
    meterstick_catalog::Generator::new("model").build("metrics.rs");
}
