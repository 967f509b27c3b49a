//! `HttpServerLayer`: the layer, and its options.
// Uses `instruments`, `routes`, `service`. Used by `exchange`, `service`.

use core::fmt;
use std::sync::Arc;

use http::request::Parts;
use meterstick::AsMeter;
use tower_layer::Layer;

use super::instruments::Source;
use super::routes::Routes;
use super::service::HttpServer;

/// A `tower` layer that measures an HTTP server: see the [module](super).
///
/// It has no type parameters, so the return type of a function that makes one is just its name:
///
/// ```
/// use axum::extract::MatchedPath;
/// use meterstick_semconv::tower::HttpServerLayer;
/// use opentelemetry::metrics::Meter;
///
/// fn measured(meter: &Meter) -> HttpServerLayer {
///     HttpServerLayer::with_meter(meter)
///         .route(|request| request.extensions.get::<MatchedPath>().map(MatchedPath::as_str))
/// }
/// ```
///
/// It is cheap to clone. Services with clones of one layer share one limit on the number of routes.
#[derive(Clone)]
pub struct HttpServerLayer {
    pub(super) shared: Arc<Shared>,
}

#[derive(Clone)]
pub(super) struct Shared {
    pub(super) instruments: Source,
    pub(super) routes: Arc<Routes>,
    pub(super) scheme: Scheme,
    /// Returns the route of a request.
    route: Option<Arc<RouteOf>>,
}

type RouteOf = dyn Fn(&Parts) -> Option<&str> + Send + Sync;

impl Shared {
    /// The route of a request, within the limit on the number of routes.
    pub(super) fn route(&self, request: &Parts) -> Option<Arc<str>> {
        let route = self.route.as_ref()?(request)?;
        Some(self.routes.admit(route))
    }
}

/// The `url.scheme` of requests that do not contain one: all requests before HTTP/2.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Scheme {
    /// The scheme `http`.
    #[default]
    Http,
    /// The scheme `https`: the server is behind TLS, its own or that of a proxy.
    Https,
}

impl Scheme {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Http => "http",
            Self::Https => "https",
        }
    }
}

/// The default limit on the number of routes.
const ROUTES: usize = 200;

impl HttpServerLayer {
    /// Makes a layer that records with the global meter provider, as soon as there is one.
    #[must_use]
    pub fn new() -> Self {
        Self::from(Source::Global)
    }

    /// Makes a layer that records with instruments of a meter.
    ///
    /// ```
    /// use meterstick_semconv::tower::HttpServerLayer;
    /// use opentelemetry::metrics::MeterProvider;
    /// use opentelemetry_sdk::metrics::SdkMeterProvider;
    ///
    /// let provider = SdkMeterProvider::default();
    /// let measured = HttpServerLayer::with_meter(&provider.meter("shop"));
    /// ```
    #[must_use]
    pub fn with_meter(meter: &(impl AsMeter + ?Sized)) -> Self {
        Self::from(Source::built(meter.as_meter()))
    }

    fn from(instruments: Source) -> Self {
        let routes = Arc::new(Routes::new(ROUTES));
        Self { shared: Arc::new(Shared { instruments, routes, scheme: Scheme::default(), route: None }) }
    }

    /// Sets the function that returns the route of a request, for `http.route`: the template that the framework matched, never
    /// the path (*HTTP metrics, `http.route`*).
    ///
    /// With `axum`, add the layer to the router with `layer` or `route_layer`, where the route is known:
    ///
    /// ```
    /// use axum::extract::MatchedPath;
    /// use meterstick_semconv::tower::HttpServerLayer;
    ///
    /// let measured = HttpServerLayer::new()
    ///     .route(|request| request.extensions.get::<MatchedPath>().map(MatchedPath::as_str));
    /// ```
    #[must_use]
    pub fn route<F>(self, route: F) -> Self
    where
        F: Fn(&Parts) -> Option<&str> + Send + Sync + 'static,
    {
        self.with(|shared| shared.route = Some(Arc::new(route)))
    }

    /// Sets the maximum number of distinct routes, 200 by default. Further routes have the `http.route` `_OTHER`, in arrival
    /// order.
    ///
    /// Call it before the layer wraps a service: existing clones keep their limit.
    #[must_use]
    pub fn routes_at_most(self, most: usize) -> Self {
        self.with(|shared| shared.routes = Arc::new(Routes::new(most)))
    }

    /// Sets the `url.scheme` of requests that do not contain one; the default is `http`.
    #[must_use]
    pub fn scheme(self, scheme: Scheme) -> Self {
        self.with(|shared| shared.scheme = scheme)
    }

    fn with(mut self, change: impl FnOnce(&mut Shared)) -> Self {
        change(Arc::make_mut(&mut self.shared));
        self
    }
}

impl Default for HttpServerLayer {
    fn default() -> Self {
        Self::new()
    }
}

impl<S> Layer<S> for HttpServerLayer {
    type Service = HttpServer<S>;

    fn layer(&self, service: S) -> Self::Service {
        HttpServer { service, layer: self.clone() }
    }
}

impl fmt::Debug for HttpServerLayer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpServerLayer")
            .field("routes_at_most", &self.shared.routes.most())
            .field("scheme", &self.shared.scheme)
            .finish_non_exhaustive()
    }
}
