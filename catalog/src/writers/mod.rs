//! `WriteCatalog`: the formats in which a catalogue is written.
// Uses `document`, `generate`, `promql`, `registry`, `yaml`. No other module uses it.

mod grafana;
mod weaver;

use meterstick::catalog::{Catalog, Strategy};

pub use weaver::Weaver;

use crate::document::Document;

/// Writes a [`Catalog`] as JSON, as a Weaver registry, or as a Grafana dashboard.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::Bytes;
/// use meterstick_catalog::WriteCatalog;
///
/// const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("shop.sent");
///
/// assert!(meterstick::catalog![SENT].to_json().contains(r#""unit": "By""#));
/// ```
pub trait WriteCatalog {
    /// Writes the catalogue as JSON: a [`Document`].
    ///
    /// ```
    /// use meterstick_catalog::WriteCatalog;
    ///
    /// assert!(meterstick::catalog![].to_json().contains("\"metrics\": []"));
    /// ```
    fn to_json(&self) -> String;

    /// Writes the catalogue as a registry of OpenTelemetry Weaver. The URL identifies the registry and ends in its version:
    /// `https://example.com/schemas/1.0.0`.
    ///
    /// Everything has the stability `development`. A key that metrics declare with several types has the type `any`.
    ///
    /// Metrics and attributes of OpenTelemetry's semantic conventions are not defined again: the registry depends on theirs,
    /// imports the metrics and refers to the attributes. A key that a metric declares with another type than the conventions is
    /// defined for all metrics of the catalogue.
    ///
    /// ```
    /// use meterstick::prelude::*;
    /// use meterstick::unit::Bytes;
    /// use meterstick_catalog::WriteCatalog;
    ///
    /// const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("shop.sent");
    ///
    /// let registry = meterstick::catalog![SENT].to_weaver("https://example.com/schemas/1.0.0");
    /// assert!(registry.metrics.contains("instrument: counter"));
    /// ```
    fn to_weaver(&self, schema_url: &str) -> Weaver;

    /// Writes a Grafana dashboard over a Prometheus data source that is chosen in Grafana: the rate of each counter, the
    /// quantiles and the heat map of each histogram, the value of all others, each on an axis with its unit.
    ///
    /// ```
    /// use meterstick::prelude::*;
    /// use meterstick::unit::Bytes;
    /// use meterstick_catalog::WriteCatalog;
    ///
    /// const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("shop.sent");
    ///
    /// let dashboard = meterstick::catalog![SENT].to_grafana("The shop");
    /// assert!(dashboard.contains("sum(rate(shop_sent_bytes_total{"));
    /// ```
    fn to_grafana(&self, title: &str) -> String {
        self.to_grafana_for(title, Strategy::default())
    }

    /// Writes the same dashboard with the metric names of another [`Strategy`] than Prometheus' default.
    ///
    /// ```
    /// use meterstick::catalog::{RustExporter, Translation};
    /// use meterstick::prelude::*;
    /// use meterstick::unit::Bytes;
    /// use meterstick_catalog::WriteCatalog;
    ///
    /// const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("shop.sent");
    ///
    /// let dashboard = meterstick::catalog![SENT].to_grafana_for("The shop", RustExporter::new().without_units());
    /// assert!(dashboard.contains("sum(rate(shop_sent_total{"));
    ///
    /// let dashboard = meterstick::catalog![SENT].to_grafana_for("The shop", Translation::NoTranslation);
    /// assert!(dashboard.contains(r#"sum(rate({\"shop.sent\", "#));
    /// ```
    fn to_grafana_for(&self, title: &str, strategy: impl Into<Strategy>) -> String;
}

impl WriteCatalog for Catalog {
    fn to_json(&self) -> String {
        Document::of(self).to_json()
    }

    fn to_weaver(&self, schema_url: &str) -> Weaver {
        weaver::write(self, schema_url)
    }

    fn to_grafana_for(&self, title: &str, strategy: impl Into<Strategy>) -> String {
        grafana::write(self, title, strategy.into())
    }
}
