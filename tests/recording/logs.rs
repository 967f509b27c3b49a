//! What a program sees in OpenTelemetry's internal log.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::{Arc, Mutex};

use tracing::field::{Field, Visit};
use tracing::level_filters::LevelFilter;
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};

/// An event: its level, and its fields as text.
#[derive(Clone, Debug)]
pub struct Logged {
    pub level: Level,
    pub fields: BTreeMap<&'static str, String>,
}

impl Logged {
    pub fn name(&self) -> &str {
        self.fields.get("name").map_or("", String::as_str)
    }

    pub fn instrument(&self) -> &str {
        self.fields.get("instrument_name").map_or("", String::as_str)
    }
}

/// All events of the process, from when it is set. A clone is the same.
#[derive(Clone, Default)]
pub struct Logs {
    all: Arc<Mutex<Vec<Logged>>>,
    most: Option<LevelFilter>,
}

impl Logs {
    /// Listens to all events of this process. To be called in a process of its own.
    pub fn listen() -> Self {
        Self::default().set()
    }

    /// Listens to events of a level and those above it, as a program's subscriber does.
    pub fn listen_up_to(most: LevelFilter) -> Self {
        Self { most: Some(most), ..Self::default() }.set()
    }

    fn set(self) -> Self {
        tracing::subscriber::set_global_default(self.clone()).expect("this process has no other one");
        self
    }

    /// Takes what was logged since the last call.
    pub fn take(&self) -> Vec<Logged> {
        std::mem::take(&mut self.all.lock().unwrap())
    }

    /// The names and instruments of warnings and errors since the last call.
    pub fn warnings(&self) -> Vec<(String, String)> {
        let logged = self.take();
        let warnings = logged.iter().filter(|logged| logged.level <= Level::WARN);
        warnings.map(|logged| (logged.name().to_owned(), logged.instrument().to_owned())).collect()
    }
}

struct Texts<'a>(&'a mut BTreeMap<&'static str, String>);

impl Visit for Texts<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0.insert(field.name(), format!("{value:?}"));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name(), value.to_owned());
    }
}

impl Subscriber for Logs {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        self.most.is_none_or(|most| *metadata.level() <= most)
    }
    fn max_level_hint(&self) -> Option<LevelFilter> {
        self.most
    }
    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }
    fn record(&self, _: &Id, _: &Record<'_>) {}
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn event(&self, event: &Event<'_>) {
        let mut fields = BTreeMap::from([("target", event.metadata().target().to_owned())]);
        event.record(&mut Texts(&mut fields));
        self.all.lock().unwrap().push(Logged { level: *event.metadata().level(), fields });
    }
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}
