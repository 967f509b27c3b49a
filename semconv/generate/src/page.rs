//! Where the conventions say more: the page of a metric, and that of an attribute.

use meterstick_catalog::generate::name::{rest, root};

const CONVENTIONS: &str = "https://opentelemetry.io/docs/specs/semconv";

/// The page that describes a metric, down to its heading.
pub fn metric(name: &str) -> String {
    let anchor = name.replace('.', "");
    format!("{CONVENTIONS}/{}/#metric-{anchor}", path(name))
}

/// The page of a namespace's metrics.
pub fn namespace(namespace: &str) -> String {
    let path = if namespace == "hw" { "hardware".to_owned() } else { path(namespace) };
    format!("{CONVENTIONS}/{path}/")
}

/// The registry's page of a namespace's attributes.
pub fn attributes(namespace: &str) -> String {
    let page = if namespace == "hw" { "hardware".to_owned() } else { namespace.replace('_', "-") };
    format!("{CONVENTIONS}/registry/attributes/{page}/")
}

fn path(name: &str) -> String {
    let namespace = root(name);
    match namespace {
        "aspnetcore" | "kestrel" | "signalr" => format!("dotnet/dotnet-{namespace}-metrics"),
        "azure" => "db/cosmosdb".to_owned(),
        "cicd" | "vcs" => "cicd/cicd-metrics".to_owned(),
        "container" | "k8s" | "openshift" | "process" | "system" => format!("system/{namespace}-metrics"),
        "cpython" | "dotnet" | "go" | "jvm" | "nodejs" | "v8js" => format!("runtime/{namespace}-metrics"),
        "db" => "db/database-metrics".to_owned(),
        "dns" => "dns/dns-metrics".to_owned(),
        "hw" => format!("hardware/{}", hardware(root(rest(name)))),
        "otel" => "otel/sdk-metrics".to_owned(),
        _ => format!("{namespace}/{namespace}-metrics"),
    }
}

fn hardware(component: &str) -> String {
    match component {
        "battery" | "cpu" | "fan" | "gpu" | "host" | "logical_disk" | "memory" | "network" | "physical_disk"
        | "power_supply" | "tape_drive" | "temperature" | "voltage" => component.replace('_', "-"),
        _ => "common".to_owned(),
    }
}
