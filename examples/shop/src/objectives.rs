//! What the shop promises, and the alerts on it: from the constants that it measures by.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::time::Duration;

use meterstick::catalog::RustExporter;
use meterstick::unit::{Millis, Minutes, Percent};
use meterstick_catalog::WriteCatalog;
use meterstick_catalog::promql::{Label, Names, query};
use meterstick_catalog::rules::{self, Alert, Rules, Severity};
use meterstick_catalog::slo::{Slo, dashboard};
use meterstick_semconv::tower;

use crate::metrics::{CATALOG, ORDERS, Orders, Outcome, QUEUED, WAIT};

/// Over a period: 95% of the orders can be taken, 99% of them wait for no more than 100 ms, 99.5% of the requests succeed.
fn objectives(period: Duration) -> [Slo; 3] {
    [
        // That an order is too large is the customer's mistake; that its item does not exist is the shop's.
        Slo::availability("orders", query(&ORDERS), |keys| keys.outcome.is_any([Outcome::Accepted, Outcome::TooLarge]))
            .objective(Percent(95)),
        Slo::latency("order-wait", query(&WAIT), Millis(100)).objective(Percent(99)),
        Slo::availability("requests", query(&tower::REQUEST_DURATION).count(), |keys| keys.error_type.is(None))
            .objective(Percent(99.5)),
    ]
    .map(|slo| slo.period(period).runbook("https://shop.example/runbooks/error-budget"))
}

fn alerts() -> Rules {
    let mut rules = Rules::new("shop");
    let waits = rules.record(query(&WAIT).quantile(0.99, Minutes(5)));
    rules.alert(
        Alert::new("OrdersWait", waits.above(Millis(500)), Severity::Ticket)
            .lasting(Minutes(10))
            .summary("One order of a hundred waits {value} to be packed, and {threshold} is the most that is usual."),
    );
    rules.alert(
        Alert::new("QueueIsLong", query(&QUEUED).max_over(Minutes(5)).above(Orders(8000)), Severity::Page)
            .summary("{value} wait to be packed: from 10,000 on, orders are refused."),
    );
    rules
}

/// Writes the rules, unit tests of them, the dashboards and the catalogue into a folder.
pub fn write(folder: &Path, period: Duration) -> Result<(), Box<dyn Error + Send + Sync>> {
    // `telemetry` builds the exporter without options.
    let names = Names::new(RustExporter::new());
    let (slos, alerts) = (objectives(period), alerts());
    let mut groups = vec![alerts.clone()];
    for slo in &slos {
        groups.extend(slo.rules()?);
    }
    fs::create_dir_all(folder)?;
    fs::write(folder.join("rules.yaml"), rules::to_yaml(&groups, &names)?)?;
    fs::write(folder.join("rules_tests.yaml"), tested(alerts.unit_tests("rules.yaml", &names)?)?)?;
    for slo in &slos {
        let file = format!("{}_tests.yaml", slo.name());
        fs::write(folder.join(file), tested(slo.unit_tests("rules.yaml", &names)?)?)?;
    }
    fs::write(folder.join("objectives.json"), dashboard("The shop: objectives", &slos, &names)?)?;
    fs::write(folder.join("metrics.json"), CATALOG.to_grafana_for("The shop: metrics", RustExporter::new()))?;
    fs::write(folder.join("catalogue.json"), CATALOG.to_json())?;
    Ok(())
}

/// The tests, if each alert has some.
fn tested(tests: rules::UnitTests) -> Result<String, String> {
    if tests.untested.is_empty() { Ok(tests.yaml) } else { Err(format!("untested: {}", tests.untested.join(", "))) }
}
