//! The package, file by file.

mod attribute;
mod every;
mod features;
mod metric;
mod names;
mod unit;

use meterstick_catalog::generate::style::Style;
use meterstick_catalog::generate::unit::Units;
use meterstick_catalog::registry::Registry;

use crate::constructors::Constructors;
use crate::output::Output;
use crate::{Result, describe, facts, page};

/// The package's own style: a file a module, and the conventions' sentences stay on their pages.
const STYLE: Style = Style {
    package: true,
    top: "",
    page: Some(page::metric),
    describe: Some(describe::metric),
    // It breaks a rule of units: the package declares it by hand.
    units: &[("rpm", "RevolutionsPerMinute")],
};

pub fn package(facts: &Registry, constructors: &Constructors, output: &mut Output) -> Result<()> {
    let units = Units::of(facts, &STYLE);
    output.part("Cargo.toml", "features", &features::manifest(facts))?;
    output.code("src/namespaces.rs", &features::namespaces(facts))?;
    output.code("src/names.rs", &names::list(facts))?;
    output.code("src/release.rs", &release(facts))?;
    output.code("src/unit/counts.rs", &unit::counts(&units))?;
    attribute::modules(facts, output)?;
    for namespace in facts::namespaces(facts) {
        metric::module(facts, &units, constructors, namespace, output)?;
    }
    output.code("tests/it/every.rs", &every::list(facts, &units, constructors)?)
}

fn release(facts: &Registry) -> String {
    format!(
        "//! The release of the conventions.\n\n\
         /// The schema URL of the conventions' release that the constants are of.\n\
         pub const SCHEMA_URL: &str = {:?};\n",
        facts.schema_url
    )
}

/// A page of the conventions, as a sentence of documentation.
fn see(namespace: &str) -> String {
    format!("[the conventions' page]({})", page::namespace(namespace))
}
