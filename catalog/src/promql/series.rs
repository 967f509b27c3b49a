//! `query` and `Series`: selects series of a metric, groups them, and applies a function.
// Uses `error`, `expr`, `filter`, `group`, `node`, `promql`, `source`, `threshold`, `window`. Used by `slo`.

use std::marker::PhantomData;

use meterstick::unit::{AddsUp, One, Per, Seconds};
use meterstick::{Unit, kind};

use super::error::QueryError;
use super::expr::Expr;
use super::filter::Filter;
use super::group::{Group, Groups, Target};
use super::node::{Aggregate, Function, Node, Part, Select};
use super::source::Source;
use super::threshold::Threshold;
use super::window::Window;

/// Starts a query about a metric: a declared one, or a live instrument.
///
/// ```
/// use meterstick::prelude::*;
/// use meterstick::unit::{Bytes, Minutes};
/// use meterstick_catalog::promql::{Names, query};
///
/// const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("shop.sent");
///
/// let rate = query(&SENT).rate(Minutes(5));
/// assert_eq!(rate.promql(&Names::default())?, "sum(rate(shop_sent_bytes_total[5m]))");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn query<S: Source>(metric: &S) -> Series<S::Kind, S::Unit, S::Keys> {
    let select = Select { metric: metric.descriptor(), part: Part::Value, filters: Vec::new(), by: Vec::new() };
    Series { select, keys: keys::<S>, types: PhantomData }
}

fn keys<S: Source>() -> S::Keys {
    S::KEYS
}

/// The series of a metric of the kind `K` in the unit `U` with the keys `Keys`, filtered and grouped.
///
/// See [`query`] for an example.
#[must_use = "a query does nothing until a function is called: a rate, a quantile, a sum"]
pub struct Series<K, U, Keys> {
    pub(crate) select: Select,
    keys: fn() -> Keys,
    types: PhantomData<fn() -> (K, U)>,
}

impl<K, U, Keys> Clone for Series<K, U, Keys> {
    fn clone(&self) -> Self {
        Self { select: self.select.clone(), keys: self.keys, types: PhantomData }
    }
}

impl<K, U, Keys> std::fmt::Debug for Series<K, U, Keys> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Series").field(&self.select).finish()
    }
}

/// A kind whose sum only goes up, so that it has rates and increases.
#[diagnostic::on_unimplemented(
    message = "only a counter has a rate and an increase, and this is a `{Self}`",
    label = "does not only go up",
    note = "for a gauge or an up-down counter, take `.sum()`, `.max()` or `.average()`; for a histogram, the rate of `.count()` or of `.total()`"
)]
pub trait Accumulates {}

#[diagnostic::do_not_recommend]
impl Accumulates for kind::Counter {}
#[diagnostic::do_not_recommend]
impl Accumulates for kind::ObservableCounter {}

/// A kind that is a distribution, so that it has quantiles and a mean.
#[diagnostic::on_unimplemented(
    message = "only a histogram has quantiles, a mean and buckets, and this is a `{Self}`",
    label = "not a distribution",
    note = "declare the metric with `Meter::histogram`; a counter has `.rate(window)`, a gauge `.average()`"
)]
pub trait Distributes {}

#[diagnostic::do_not_recommend]
impl Distributes for kind::Histogram {}

/// A kind whose series have a current value.
#[diagnostic::on_unimplemented(
    message = "only a gauge or an up-down counter has a current value, and this is a `{Self}`",
    label = "has no current value",
    note = "a counter's total depends on how long the process has run: take `.rate(window)` or `.increase(window)`; for a histogram, `.mean(window)` or `.quantile(0.99, window)`"
)]
pub trait Level {}

#[diagnostic::do_not_recommend]
impl Level for kind::Gauge {}
#[diagnostic::do_not_recommend]
impl Level for kind::UpDownCounter {}
#[diagnostic::do_not_recommend]
impl Level for kind::ObservableGauge {}
#[diagnostic::do_not_recommend]
impl Level for kind::ObservableUpDownCounter {}

impl<K, U, Keys> Series<K, U, Keys> {
    /// Selects the series that match a filter on one of the metric's keys. With several filters, all must match.
    ///
    /// ```
    /// use meterstick::prelude::*;
    /// use meterstick::unit::{Minutes, One};
    /// use meterstick_catalog::promql::{Label, Names, query};
    ///
    /// #[derive(Clone, Copy, AttributeValue)]
    /// enum Outcome {
    ///     Accepted,
    ///     Refused,
    /// }
    ///
    /// #[derive(Clone, Copy, Attributes)]
    /// struct Taken {
    ///     outcome: Outcome,
    /// }
    ///
    /// const ORDERS: Metric<Counter<u64, One, Taken>> =
    ///     Meter::counter::<u64>().unit::<One>().name("shop.orders").attributes::<Taken>();
    ///
    /// let refused = query(&ORDERS).only(|keys| keys.outcome.is(Outcome::Refused)).rate(Minutes(5));
    /// assert_eq!(
    ///     refused.promql(&Names::default())?,
    ///     r#"sum(rate(shop_orders_total{outcome="refused"}[5m]))"#,
    /// );
    /// # let _ = Outcome::Accepted;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn only(mut self, filter: impl FnOnce(Keys) -> Filter) -> Self {
        self.select.filters.push(filter((self.keys)()));
        self
    }

    /// Groups by keys of the metric, one or a tuple of several: a series for each value, instead of one over all.
    pub fn by<G: Groups>(mut self, keys: impl FnOnce(Keys) -> G) -> Self {
        keys((self.keys)()).each(&mut |key| self.select.group(Group::Key(key)));
        self
    }

    /// Groups by a label of the scrape target, too.
    pub fn by_target(mut self, target: Target) -> Self {
        self.select.group(Group::Target(target.name()));
        self
    }

    /// Selects the series of a target, for example of a `job`, which is the service's name.
    pub fn of_target(mut self, target: Target, value: &str) -> Self {
        self.select.filters.push(Filter::target(target.name(), value));
        self
    }

    fn part<K2, U2>(self, part: Part) -> Series<K2, U2, Keys> {
        Series { select: Select { part, ..self.select }, keys: self.keys, types: PhantomData }
    }

    fn over(&self, function: Function, aggregate: Aggregate, window: impl Window) -> Node {
        match window.millis() {
            Ok(window) => Node::Over { select: self.select.clone(), function, aggregate, window },
            Err(error) => Node::Failed(error),
        }
    }
}

impl<K, U: AddsUp, Keys> Series<K, U, Keys> {
    /// The increase per second, averaged over the window: the sum of the rates of all series.
    pub fn rate(self, window: impl Window) -> Expr<Per<U, Seconds>>
    where
        K: Accumulates,
    {
        Expr::new(self.over(Function::Rate, Aggregate::Sum, window))
    }

    /// The increase within the window: the sum of the increases of all series.
    pub fn increase(self, window: impl Window) -> Expr<U>
    where
        K: Accumulates,
    {
        Expr::new(self.over(Function::Increase, Aggregate::Sum, window))
    }
}

impl<K, U: Unit, Keys> Series<K, U, Keys> {
    /// The sum of the values of all series.
    pub fn sum(self) -> Expr<U>
    where
        K: Level,
        U: AddsUp,
    {
        Expr::new(Node::Level { select: self.select, aggregate: Aggregate::Sum })
    }

    /// The maximum of the values of all series.
    pub fn max(self) -> Expr<U>
    where
        K: Level,
    {
        Expr::new(Node::Level { select: self.select, aggregate: Aggregate::Max })
    }

    /// The minimum of the values of all series.
    pub fn min(self) -> Expr<U>
    where
        K: Level,
    {
        Expr::new(Node::Level { select: self.select, aggregate: Aggregate::Min })
    }

    /// The average of the values of all series.
    pub fn average(self) -> Expr<U>
    where
        K: Level,
    {
        Expr::new(Node::Level { select: self.select, aggregate: Aggregate::Average })
    }

    /// The maximum over all series within the window.
    pub fn max_over(self, window: impl Window) -> Expr<U>
    where
        K: Level,
    {
        Expr::new(self.over(Function::Max, Aggregate::Max, window))
    }

    /// The minimum over all series within the window.
    pub fn min_over(self, window: impl Window) -> Expr<U>
    where
        K: Level,
    {
        Expr::new(self.over(Function::Min, Aggregate::Min, window))
    }

    /// The average over all series within the window.
    pub fn average_over(self, window: impl Window) -> Expr<U>
    where
        K: Level,
    {
        Expr::new(self.over(Function::Average, Aggregate::Average, window))
    }
}

impl<K, U: Unit, Keys> Series<K, U, Keys> {
    /// The number of values in a histogram: a counter, for a rate or an increase.
    ///
    /// ```
    /// use meterstick::prelude::*;
    /// use meterstick::unit::{Minutes, Seconds};
    /// use meterstick_catalog::promql::{Names, query};
    ///
    /// const WAIT: Metric<Histogram<f64, Seconds>> = Meter::histogram::<f64>().unit::<Seconds>().name("wait");
    ///
    /// let orders = query(&WAIT).count().increase(Minutes(1));
    /// assert_eq!(orders.promql(&Names::default())?, "sum(increase(wait_seconds_count[1m]))");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn count(self) -> Series<kind::Counter, One, Keys>
    where
        K: Distributes,
    {
        self.part(Part::Count)
    }

    /// The sum of the values in a histogram: a counter, for a rate or an increase.
    pub fn total(self) -> Series<kind::Counter, U, Keys>
    where
        K: Distributes,
        U: AddsUp,
    {
        self.part(Part::Sum)
    }

    /// The number of values in a histogram up to a bucket boundary: a counter.
    ///
    /// If there is no such boundary, [`Expr::promql`] returns [`QueryError::NoBoundary`].
    pub fn within(self, boundary: impl Threshold<U>) -> Series<kind::Counter, One, Keys>
    where
        K: Distributes,
    {
        let part = boundary.number().map_or_else(Part::Failed, Part::Within);
        self.part(part)
    }

    /// A quantile, between 0 and 1, of the values within the window, in the metric's unit.
    pub fn quantile(self, quantile: f64, window: impl Window) -> Expr<U>
    where
        K: Distributes,
    {
        Expr::new(match window.millis() {
            Err(error) => Node::Failed(error),
            Ok(_) if !(0.0..=1.0).contains(&quantile) => Node::Failed(QueryError::Quantile(quantile)),
            Ok(window) => Node::Quantile { select: self.select, quantile, window },
        })
    }

    /// The mean of the values within the window, in the metric's unit.
    pub fn mean(self, window: impl Window) -> Expr<U>
    where
        K: Distributes,
    {
        let sum = Self { select: Select { part: Part::Sum, ..self.select.clone() }, ..self.clone() };
        let count = Self { select: Select { part: Part::Count, ..self.select.clone() }, ..self };
        let window = window.millis().map(super::window::Millis);
        let rate = |of: &Self| match window.clone() {
            Ok(window) => of.over(Function::Rate, Aggregate::Sum, window),
            Err(error) => Node::Failed(error),
        };
        Expr::new(Node::ratio(rate(&sum), rate(&count)))
    }

    /// The fraction, between 0 and 1, of the values within the window that are not above a bucket boundary.
    ///
    /// If there is no such boundary, [`Expr::promql`] returns [`QueryError::NoBoundary`]. With exponential buckets, any boundary is
    /// possible: Prometheus estimates how many values are below it.
    pub fn fraction_within(self, boundary: impl Threshold<U>, window: impl Window) -> Expr<One>
    where
        K: Distributes,
    {
        let window = window.millis().map(super::window::Millis);
        let (all, within) = (self.clone().count(), self.within(boundary));
        match window {
            Ok(window) => within.rate(window) / all.rate(window),
            Err(error) => Expr::new(Node::Failed(error)),
        }
    }
}
