//! The manifest of a registry: its schema URL and its dependencies.
// Uses `fields`, `problem`, `yaml`. Used by `read`.

use super::Place;
use super::fields::Fields;
use crate::yaml::Node;

/// The possible names of a manifest: the second is the one that earlier versions of weaver read.
pub(super) const NAMES: [&str; 2] = ["manifest.yaml", "registry_manifest.yaml"];

#[derive(Debug, Default)]
pub(super) struct Manifest {
    pub(super) schema_url: String,
    pub(super) dependencies: Vec<Dependency>,
}

#[derive(Debug)]
pub(super) struct Dependency {
    pub(super) place: Place,
    pub(super) name: Option<String>,
    pub(super) schema_url: Option<String>,
    pub(super) path: Option<String>,
}

pub(super) fn read(fields: &mut Fields<'_>, root: &Node) -> Manifest {
    let schema_url = fields.text(root, "schema_url").or_else(|| {
        // The earlier notation, with two fields.
        let (base, version) = (fields.text(root, "schema_base_url")?, fields.text(root, "semconv_version")?);
        Some(format!("{}/{}", base.trim_end_matches('/'), version.trim_start_matches('v')))
    });
    let mut manifest = Manifest { schema_url: schema_url.unwrap_or_default(), dependencies: Vec::new() };
    fields.spelled(root);
    for node in fields.items(root, "dependencies") {
        fields.spelled(node);
        manifest.dependencies.push(Dependency {
            place: fields.place(node),
            name: fields.text(node, "name"),
            schema_url: fields.text(node, "schema_url"),
            path: fields.text(node, "registry_path"),
        });
    }
    manifest
}
