//! The guide's pages as modules. Documentation only: a program that uses the crate does not compile this module.

/// A page: its file, and the features that its examples need as tests.
macro_rules! page {
    ($page:ident $file:literal) => { page! { $page $file: all() } };
    ($page:ident $file:literal: $($needed:tt)*) => {
        #[cfg(any(not(doctest), $($needed)*))]
        #[doc = meterstick_derive::page!($file)]
        pub mod $page {
            // So that cargo knows that the documentation depends on it.
            const _: &str = include_str!(concat!("../", $file));
        }
    };
}

page! { quick_start "docs/quick-start.md" }
page! { concepts "docs/concepts.md" }
page! { why "docs/why.md" }
page! { getting_started "docs/getting-started.md" }
page! { units "docs/units.md" }
page! { attributes "docs/attributes.md": feature = "serde" }
page! { timers "docs/timers.md" }
page! { generic_code "docs/generic-code.md" }
page! { components "docs/components.md" }
page! { bind "docs/bind.md" }
page! { less_code "docs/less-code.md" }
page! { statics "docs/statics.md" }
page! { observables "docs/observables.md" }
page! { spans "docs/spans.md": feature = "trace" }
page! { exporters "docs/exporters.md": all(feature = "export-spans", feature = "export-logs") }
page! { cache "docs/cache.md": feature = "cache" }
page! { testing "docs/testing.md": feature = "proptest" }
page! { catalogue "docs/catalogue.md" }
page! { speed "docs/speed.md" }
page! { compile "docs/compile.md" }
page! { laws "docs/laws.md" }
page! { versus "docs/versus.md" }
page! { errors "docs/errors.md" }
page! { opentelemetry "docs/opentelemetry.md" }
page! { missing_metrics "docs/missing-metrics.md" }

// The examples of these pages need other packages, and are tests there.
page! { middleware "docs/middleware.md": any() }
page! { semantic_conventions "docs/semantic-conventions.md": any() }
page! { registries "docs/registries.md": any() }
page! { objectives "docs/objectives.md": any() }
page! { checks "docs/checks.md": any() }
page! { moving "docs/moving.md": any() }

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}
