//! `Said`: the status that was set on a span while it runs.
// Uses `error_type`. Used by `shared`, `verdict`.

use std::borrow::Cow;

use opentelemetry::Value;

use super::error_type::or_other;

/// The status that was set so far. The last one is taken, but `Ok` is final (*Trace API, set status*).
#[derive(Clone, Debug, Default)]
pub(super) enum Said {
    #[default]
    Nothing,
    Failed {
        class: Option<Cow<'static, str>>,
        description: Cow<'static, str>,
    },
    Ok,
}

impl Said {
    pub(super) fn ok(&mut self) {
        *self = Self::Ok;
    }

    pub(super) fn fail(&mut self, with: Cow<'static, str>) {
        if let Some((_, description)) = self.failed() {
            *description = with;
        }
    }

    /// Setting the class of an error sets the status to an error.
    pub(super) fn class(&mut self, of: &Value) {
        if let Some((class, _)) = self.failed() {
            *class = Some(or_other(of.as_str().into_owned().into()));
        }
    }

    fn failed(&mut self) -> Option<(&mut Option<Cow<'static, str>>, &mut Cow<'static, str>)> {
        if let Self::Nothing = self {
            *self = Self::Failed { class: None, description: "".into() };
        }
        match self {
            Self::Failed { class, description } => Some((class, description)),
            _ => None,
        }
    }
}
