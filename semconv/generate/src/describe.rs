//! A metric's description, made of its facts: the kind, what is counted, the unit, the required attributes.

use meterstick_catalog::generate::name::plural;
use meterstick_catalog::generate::unit::annotation;
use meterstick_catalog::registry::{DefinedInstrument, MetricDefinition, RequirementLevel};

/// One sentence in this project's words: the registry's own texts are not copied.
pub fn metric(name: &str, metric: &MetricDefinition) -> String {
    let amount = match annotation(&metric.unit) {
        Some(noun) => number_of(name, metric.instrument, noun),
        None => amount_of(name, metric),
    };
    let required = metric.attributes.iter().filter(|(_, of)| of.level == RequirementLevel::Required);
    let required: Vec<_> = required.map(|(key, _)| key.as_str()).collect();
    match required.split_last() {
        None => format!("{amount}."),
        Some((key, [])) => format!("{amount}, by {key}."),
        Some((last, others)) => format!("{amount}, by {} and {last}.", others.join(", ")),
    }
}

/// Of a metric whose unit says what is counted.
fn number_of(name: &str, instrument: DefinedInstrument, noun: &str) -> String {
    let number = match instrument {
        DefinedInstrument::Counter => "Number of",
        DefinedInstrument::UpDownCounter => "Current number of",
        DefinedInstrument::Gauge => "Last known number of",
        _ => "Distribution of the number of",
    };
    let counted = plural(&subject(noun));
    let name = name.strip_suffix(".count").unwrap_or(name);
    let ends = [plural(noun), noun.to_owned()];
    if let Some(of) = ends.iter().find_map(|end| name.strip_suffix(end)?.strip_suffix(['.', '_'])) {
        return format!("{number} {} {counted}", subject(of));
    }
    format!("{number} {counted} ({})", subject(name))
}

/// Of a metric whose unit is one of measurement.
fn amount_of(name: &str, metric: &MetricDefinition) -> String {
    let amount = match metric.instrument {
        DefinedInstrument::Counter => "Total",
        DefinedInstrument::UpDownCounter | DefinedInstrument::Gauge => "Current",
        _ => "Distribution of",
    };
    let unit = match metric.unit.as_str() {
        "s" => " in seconds",
        "ms" => " in milliseconds",
        "By" => " in bytes",
        "By/s" => " in bytes per second",
        "Cel" => " in degrees Celsius",
        "Hz" => " in hertz",
        "J" => " in joules",
        "V" => " in volts",
        "W" => " in watts",
        "%" => " in percent",
        "rpm" => " in revolutions per minute",
        _ => "",
    };
    format!("{amount} {}{unit}", subject(name))
}

/// A name as a phrase: `http.server.request.body.size` is `HTTP server request body size`.
fn subject(name: &str) -> String {
    let words: Vec<_> = name.split(['.', '_']).map(word).collect();
    words.join(" ")
}

fn word(word: &str) -> String {
    match word {
        "aspnetcore" => "ASP.NET Core",
        "azure" => "Azure",
        "cicd" => "CI/CD",
        "cosmosdb" => "Cosmos DB",
        "cpython" => "CPython",
        "db" => "database",
        "dotnet" => ".NET",
        "faas" => "FaaS",
        "go" => "Go",
        "hw" => "hardware",
        "io" => "I/O",
        "k8s" => "Kubernetes",
        "kestrel" => "Kestrel",
        "nodejs" => "Node.js",
        "openshift" => "OpenShift",
        "otel" => "OpenTelemetry",
        "signalr" => "SignalR",
        "v8js" => "V8",
        "cpu" | "dns" | "gc" | "gpu" | "http" | "jvm" | "nfs" | "rpc" | "sdk" | "tls" | "vcs" => {
            return word.to_uppercase();
        }
        word => word,
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use meterstick_catalog::registry::{DefinedInstrument, MetricDefinition, RequirementLevel};
    use serde_json::json;

    use super::metric;

    fn of(name: &str, instrument: DefinedInstrument, unit: &str, attributes: &[(&str, RequirementLevel)]) -> String {
        let attributes: serde_json::Map<_, _> =
            attributes.iter().map(|(key, level)| ((*key).to_owned(), json!(level))).collect();
        let facts = json!({"instrument": instrument, "unit": unit, "stability": "stable", "attributes": attributes});
        metric(name, &serde_json::from_value::<MetricDefinition>(facts).unwrap())
    }

    #[test]
    fn a_description_says_what_is_counted_the_unit_and_the_required_attributes() {
        use DefinedInstrument::{Counter, Gauge, Histogram, UpDownCounter};
        let method = &[("http.request.method", RequirementLevel::Required), ("url.scheme", RequirementLevel::Required)];
        let error = &[("error.type", RequirementLevel::Recommended), ("hw.id", RequirementLevel::Required)];
        let described = [
            of("http.server.request.duration", Histogram, "s", method),
            of("hw.errors", Counter, "{error}", error),
            of("db.client.connection.count", UpDownCounter, "{connection}", &[]),
            of("system.network.packet.dropped", Counter, "{packet}", &[]),
            of("cpython.gc.collections", Counter, "{collection}", &[]),
            of("hw.temperature", Gauge, "Cel", &[]),
            of("process.context_switches", Counter, "{context_switch}", &[]),
        ];
        assert_eq!(
            described,
            [
                "Distribution of HTTP server request duration in seconds, by http.request.method and url.scheme.",
                "Number of hardware errors, by hw.id.",
                "Current number of database client connections.",
                "Number of packets (system network packet dropped).",
                "Number of CPython GC collections.",
                "Current hardware temperature in degrees Celsius.",
                "Number of process context switches.",
            ]
        );
    }
}
