//! Checks how a value is shown: on a panel, in an annotation, in a legend.
// Uses `finding`, `infer`, `query`, `template`, `unit`, `value`. Used by `infer`.

use super::finding::Rule;
use super::infer::Infer;
use super::query::Context;
use super::template;
use super::unit::Unit;
use super::value::Value;

pub(super) fn check(infer: &mut Infer<'_>, value: &Value) {
    match &infer.query.context {
        Context::Panel { units, legend } => {
            panel(infer, value, units);
            for label in legend.iter().flat_map(|legend| template::legend_labels(legend)) {
                infer.has_label(value, &label, ", which the legend names");
            }
        }
        Context::Alert { texts } => {
            for (line, text) in texts {
                let found = infer.found.len();
                annotation(infer, value, text);
                // The findings are at the line of the text.
                infer.found[found..].iter_mut().for_each(|(_, at, _)| *at = *line);
            }
        }
        Context::Variable { label: Some(label) } => infer.has_label(value, label, ""),
        Context::Record { .. } | Context::Template | Context::Variable { label: None } => {}
    }
}

fn panel(infer: &mut Infer<'_>, value: &Value, units: &[String]) {
    let Some(unit) = &value.unit else { return };
    let mut shown = Vec::new();
    for name in units {
        match Unit::grafana(name) {
            Some(unit) => shown.push((name, unit)),
            // The unit is unknown, so the annotation may be correct.
            None => return,
        }
    }
    if shown.is_empty() || shown.iter().any(|(_, shown)| shown.is(unit)) {
        return;
    }
    let (name, first) = &shown[0];
    let is = if **name == first.text { String::new() } else { format!(", which is `{}`", first.text) };
    let message = format!("the panel shows `{name}`{is}, and the expression is in `{}`{}", unit.text, of(value));
    infer.find(Rule::PanelUnit, "", message);
}

fn annotation(infer: &mut Infer<'_>, value: &Value, text: &str) {
    for label in template::labels(text) {
        // Prometheus adds the alert's own labels after the templates are evaluated.
        infer.has_label(value, &label, ", which the annotation uses");
    }
    let Some(unit) = &value.unit else { return };
    for written in template::values(text) {
        if !written.unit.is(unit) {
            let by = if written.by == written.unit.text { String::new() } else { format!(", by `{}`", written.by) };
            let message = format!(
                "the annotation shows the value in `{}`{by}, and the expression is in `{}`{}",
                written.unit.text,
                unit.text,
                of(value)
            );
            infer.find(Rule::AnnotationUnit, "", message);
        }
    }
}

fn of(value: &Value) -> String {
    if value.from.is_empty() { String::new() } else { format!(" (of `{}`)", value.from) }
}
