//! `map_logs`: an exporter that converts log records to any type.
// Uses `map`. No other module uses it.

use core::fmt::Display;
use std::time::Duration;

use opentelemetry::InstrumentationScope;
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::error::OTelSdkResult;
use opentelemetry_sdk::logs::{LogBatch, LogExporter, SdkLogRecord};

use super::map::Map;

/// A log record with its scope and resource, borrowed, as [`map_logs`] passes it to its closure.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Log<'a> {
    /// The log record, as the SDK has it.
    pub record: &'a SdkLogRecord,
    /// The instrumentation scope that emitted the record.
    pub scope: &'a InstrumentationScope,
    /// The provider's resource: service, process, host. Empty without a provider.
    pub resource: &'a Resource,
}

/// Makes an exporter of logs. The first closure converts a log to any type, or returns `None` to leave it out. The second closure
/// sends a batch of the results.
///
/// Register it with one of the SDK's log processors. An error of the second closure and a panic of either closure are
/// logged and counted. A panic of the first closure drops that log only. The second closure is not called for an empty
/// batch.
///
/// ```
/// use std::sync::mpsc;
/// use meterstick::export::{self, Log};
/// use opentelemetry::logs::{LogRecord, Logger, LoggerProvider, Severity};
/// use opentelemetry_sdk::logs::SdkLoggerProvider;
///
/// let (sender, logs) = mpsc::channel();
/// let exporter = export::map_logs(
///     |log: Log<'_>| (log.record.severity_number() >= Some(Severity::Warn)).then(|| log.scope.name().to_owned()),
///     move |batch| sender.send(batch),
/// );
/// let provider = SdkLoggerProvider::builder().with_batch_exporter(exporter).build();
///
/// let logger = provider.logger("shop");
/// for severity in [Severity::Info, Severity::Error] {
///     let mut record = logger.create_log_record();
///     record.set_severity_number(severity);
///     logger.emit(record);
/// }
/// provider.shutdown()?;
/// assert_eq!(logs.recv(), Ok(vec!["shop".to_owned()]));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn map_logs<M, S, T, E>(map: M, send: S) -> Map<M, S>
where
    M: FnMut(Log<'_>) -> Option<T> + Send + 'static,
    S: FnMut(Vec<T>) -> Result<(), E> + Send + 'static,
    E: Display,
{
    Map::new(map, send)
}

impl<M, S, T, E> LogExporter for Map<M, S>
where
    M: FnMut(Log<'_>) -> Option<T> + Send + 'static,
    S: FnMut(Vec<T>) -> Result<(), E> + Send + 'static,
    E: Display,
{
    async fn export(&self, batch: LogBatch<'_>) -> OTelSdkResult {
        let resource = self.resource();
        let logs = || batch.iter().map(|(record, scope)| Log { record, scope, resource });
        Map::export(self, logs().count(), logs(), |map, log| map(log), |send, batch| send(batch))
    }

    fn shutdown_with_timeout(&self, _: Duration) -> OTelSdkResult {
        self.shut_down()
    }

    fn set_resource(&mut self, resource: &Resource) {
        Map::set_resource(self, resource);
    }
}
