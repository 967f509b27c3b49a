//! The programs: the same metrics, with meterstick and with plain OpenTelemetry.

use std::fmt::Write;

/// What a program measures with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Library {
    Meterstick,
    OpenTelemetry,
}

/// A program of a number of metrics, whose attributes are of a number of types.
#[derive(Clone, Copy, Debug)]
pub struct Program {
    pub library: Library,
    pub metrics: usize,
    pub sets: usize,
}

/// The start of the line that is another one before each build.
pub const CHANGED: &str = "const CHANGED: u64 = ";

impl Program {
    pub fn name(&self) -> String {
        let library = match self.library {
            Library::Meterstick => "typed",
            Library::OpenTelemetry => "plain",
        };
        format!("{library}-{}-{}", self.metrics, self.sets)
    }

    /// The manifest. `root` is the repository.
    pub fn manifest(&self, root: &str) -> String {
        let dependency = match self.library {
            Library::Meterstick => format!("meterstick = {{ path = {root:?} }}\n"),
            // As meterstick has them.
            Library::OpenTelemetry => {
                "opentelemetry = { version = \"0.33\", default-features = false, features = [\"metrics\", \"internal-logs\"] }\n"
                    .to_owned()
            }
        };
        format!(
            "[package]\nname = {:?}\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n{dependency}\
             opentelemetry_sdk = {{ version = \"0.33\", default-features = false, features = [\"metrics\", \"internal-logs\"] }}\n\n\
             [workspace]\n",
            self.name()
        )
    }

    /// The program. Of three metrics one is a counter, one a histogram, one a gauge.
    pub fn code(&self) -> String {
        match self.library {
            Library::Meterstick => self.typed(),
            Library::OpenTelemetry => self.plain(),
        }
    }

    fn typed(&self) -> String {
        let mut code = "#![allow(dead_code)]\n\nuse meterstick::prelude::*;\nuse meterstick::unit::{Bytes, Millis, One, Seconds};\n\n\
             const SCOPE: Scope = Scope::new(\"program\");\n"
            .to_owned();
        for set in 0..self.sets {
            let _ = write!(
                code,
                "\n#[derive(Clone, Copy, AttributeValue)]\nenum Kind{set} {{ A, B, C }}\n\n\
                 #[derive(Clone, Copy, Attributes)]\nstruct Set{set} {{ kind: Kind{set}, ok: bool }}\n"
            );
        }
        for n in 0..self.metrics {
            let set = n % self.sets;
            let (kind, number, unit) =
                [("Counter", "u64", "Bytes"), ("Histogram", "f64", "Seconds"), ("Gauge", "i64", "One")][n % 3];
            let step = ["counter", "histogram", "gauge"][n % 3];
            let call = ["add(Bytes(n)", "record(Millis(n as f64)", "record(One(n as i64)"][n % 3];
            let _ = write!(
                code,
                "\nstatic M{n}: {kind}<{number}, {unit}, Set{set}> =\n    \
                 Meter::{step}::<{number}>().unit::<{unit}>().name(\"program.m{n}\").attributes::<Set{set}>().global(SCOPE);\n\n\
                 fn record{n}(n: u64) {{\n    let kind = [Kind{set}::A, Kind{set}::B, Kind{set}::C][n as usize % 3];\n    \
                 let set = Set{set} {{ kind, ok: n > 1 }};\n    M{n}.{call}, set);\n}}\n"
            );
        }
        code + &self.main("meterstick::set_meter_provider(provider);")
    }

    fn plain(&self) -> String {
        let mut code = "#![allow(dead_code)]\n\nuse std::sync::LazyLock;\n\nuse opentelemetry::metrics::{Counter, Gauge, Histogram};\n\
             use opentelemetry::{KeyValue, global};\n"
            .to_owned();
        for set in 0..self.sets {
            let _ = write!(
                code,
                "\n#[derive(Clone, Copy)]\nenum Kind{set} {{ A, B, C }}\n\nimpl Kind{set} {{\n    \
                 fn name(self) -> &'static str {{\n        match self {{ Self::A => \"a\", Self::B => \"b\", Self::C => \"c\" }}\n    \
                 }}\n}}\n\nfn set{set}(kind: Kind{set}, ok: bool) -> [KeyValue; 2] {{\n    \
                 [KeyValue::new(\"kind\", kind.name()), KeyValue::new(\"ok\", ok)]\n}}\n"
            );
        }
        for n in 0..self.metrics {
            let set = n % self.sets;
            let (kind, number, unit) =
                [("Counter", "u64", "By"), ("Histogram", "f64", "s"), ("Gauge", "i64", "1")][n % 3];
            let build = ["u64_counter", "f64_histogram", "i64_gauge"][n % 3];
            let call = ["add(n", "record(n as f64 / 1000.0", "record(n as i64"][n % 3];
            let _ = write!(
                code,
                "\nstatic M{n}: LazyLock<{kind}<{number}>> =\n    \
                 LazyLock::new(|| global::meter(\"program\").{build}(\"program.m{n}\").with_unit({unit:?}).build());\n\n\
                 fn record{n}(n: u64) {{\n    let kind = [Kind{set}::A, Kind{set}::B, Kind{set}::C][n as usize % 3];\n    \
                 M{n}.{call}, &set{set}(kind, n > 1));\n}}\n"
            );
        }
        code + &self.main("global::set_meter_provider(provider);")
    }

    fn main(&self, set: &str) -> String {
        let calls: String = (0..self.metrics).map(|n| format!("    record{n}(n);\n")).collect();
        format!(
            "\n{CHANGED}0;\n\nfn main() {{\n    let n = std::env::args().count() as u64 + CHANGED;\n    \
             let provider = opentelemetry_sdk::metrics::SdkMeterProvider::default();\n    {set}\n{calls}}}\n"
        )
    }
}
