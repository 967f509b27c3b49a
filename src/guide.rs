//! The guide's pages as modules. For documentation only: a program that uses the crate does not compile this module.
// No other module uses it.

/// Makes a module of a page: its file, and the features that its examples need when they run as tests.
macro_rules! page {
    ($page:ident $file:literal) => { page! { $page $file: all() } };
    ($page:ident $file:literal: $($needed:tt)*) => {
        #[cfg(any(not(doctest), $($needed)*))]
        #[doc = meterstick_derive::page!($file)]
        pub mod $page {
            // Tells cargo that the documentation depends on the file.
            const _: &str = include_str!(concat!("../", $file));
        }
    };
}

page! { quick_start "docs/quick-start.md" }
page! { concepts "docs/concepts.md" }
page! { instruments "docs/instruments.md" }
page! { units "docs/units.md" }
page! { attributes "docs/attributes.md" }
page! { components "docs/components.md" }
page! { setup "docs/setup.md" }
page! { testing "docs/testing.md": all(feature = "proptest", feature = "trace") }
page! { spans "docs/spans.md": all(feature = "trace", feature = "export-spans") }
page! { exporters "docs/exporters.md": all(feature = "export-spans", feature = "export-logs") }
page! { recipes "docs/recipes.md": all(feature = "cache", feature = "cache-async", feature = "serde") }
page! { troubleshooting "docs/troubleshooting.md" }
page! { laws "docs/laws.md" }
page! { why "docs/why.md" }
page! { speed "docs/speed.md" }

// The examples of these pages need other packages, and run as tests there.
page! { semantic_conventions "docs/semantic-conventions.md": any() }
page! { catalogue "docs/catalogue.md": any() }
page! { moving "docs/moving.md": any() }

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}
