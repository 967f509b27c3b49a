//! What is said of a span while it runs.

use std::borrow::Cow;
use std::mem;
use std::sync::{Mutex, PoisonError};

use opentelemetry::{KeyValue, Value};

use super::distinct::Distinct;

/// The class of the error that something failed with.
pub(super) const ERROR_TYPE: &str = "error.type";

/// How it goes, as far as that was said. What was said last counts, and that all is well is final (*Trace API, set status*).
#[derive(Debug, Default)]
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
    fn ok(&mut self) {
        *self = Self::Ok;
    }

    fn fail(&mut self, with: Cow<'static, str>) {
        if let Some((_, description)) = self.failed() {
            *description = with;
        }
    }

    /// Who says which class of error it was, says that it was one.
    fn class(&mut self, of: &Value) {
        if let Some((class, _)) = self.failed() {
            *class = Some(of.as_str().into_owned().into());
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

/// What the clones of an active span share: how it goes, and its attributes. Both are given to the SDK once, at the end:
/// it would keep the status whose description comes last in the alphabet, and each attribute of a key.
#[derive(Debug, Default)]
pub(super) struct Shared(Mutex<Inner>);

#[derive(Debug, Default)]
struct Inner {
    said: Said,
    attributes: Distinct,
    /// From then on nothing is kept.
    ended: bool,
}

impl Shared {
    pub(super) fn of(mut attributes: Distinct) -> Self {
        let mut said = Said::Nothing;
        if let Some(class) = attributes.remove(ERROR_TYPE) {
            said.class(&class.value);
        }
        Self(Mutex::new(Inner { said, attributes, ended: false }))
    }

    pub(super) fn ok(&self) {
        self.change(|inner| inner.said.ok());
    }

    pub(super) fn fail(&self, description: Cow<'static, str>) {
        self.change(|inner| inner.said.fail(description));
    }

    pub(super) fn class(&self, class: &Value) {
        self.change(|inner| inner.said.class(class));
    }

    /// Sets attributes. An `error.type` is none of them: it is part of how it goes.
    pub(super) fn set(&self, attributes: impl IntoIterator<Item = KeyValue>) {
        self.change(|inner| {
            for attribute in attributes {
                if attribute.key.as_str() == ERROR_TYPE {
                    inner.said.class(&attribute.value);
                } else {
                    inner.attributes.set(attribute);
                }
            }
        });
    }

    /// What was said and set until the end, which is now.
    pub(super) fn close(&self) -> (Said, Vec<KeyValue>) {
        let (said, attributes) = {
            let mut inner = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            inner.ended = true;
            (mem::take(&mut inner.said), mem::take(&mut inner.attributes))
        };
        (said, attributes.into_list())
    }

    /// No code but ours runs under the lock: what is set was converted before.
    fn change(&self, how: impl FnOnce(&mut Inner)) {
        let mut inner = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !inner.ended {
            how(&mut inner);
        }
    }
}
