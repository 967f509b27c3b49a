//! What a server is wrapped with.

use core::fmt;
use std::sync::Arc;

use http::request::Parts;
use opentelemetry::metrics::Meter;
use tower_layer::Layer;

use super::instruments::Source;
use super::routes::Routes;
use super::service::HttpServer;

/// Measures an HTTP server, as the [module](super) says.
///
/// It is cheap to clone, and what is wrapped with its clones counts the same routes.
#[derive(Clone)]
pub struct HttpServerLayer<R = NoRoute> {
    pub(super) shared: Arc<Shared>,
    pub(super) route: R,
}

pub(super) struct Shared {
    pub(super) instruments: Source,
    pub(super) routes: Routes,
    pub(super) scheme: Scheme,
}

/// What `url.scheme` says of a request that does not say it, which are all but those of HTTP/2 and later.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Scheme {
    /// `http`.
    #[default]
    Http,
    /// `https`: the server is behind TLS, its own or that of a proxy.
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

/// Says which route a request takes: a function from its head.
pub trait RouteOf {
    /// The route's template, as `/cart/{id}`; never the path.
    fn route_of<'a>(&self, request: &'a Parts) -> Option<&'a str>;
}

/// No request has a route.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NoRoute;

impl RouteOf for NoRoute {
    fn route_of<'a>(&self, _: &'a Parts) -> Option<&'a str> {
        None
    }
}

impl<F: Fn(&Parts) -> Option<&str>> RouteOf for F {
    fn route_of<'a>(&self, request: &'a Parts) -> Option<&'a str> {
        self(request)
    }
}

/// How many routes are told apart unless [`routes_at_most`](HttpServerLayer::routes_at_most) says otherwise.
const ROUTES: usize = 200;

impl HttpServerLayer {
    /// Measures with the global meter provider, as soon as there is one.
    #[must_use]
    pub fn new() -> Self {
        Self::from(Source::Global)
    }

    /// Measures with a meter.
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
    pub fn with_meter(meter: &Meter) -> Self {
        Self::from(Source::built(meter))
    }

    fn from(instruments: Source) -> Self {
        let shared = Shared { instruments, routes: Routes::new(ROUTES), scheme: Scheme::default() };
        Self { shared: Arc::new(shared), route: NoRoute }
    }

    /// Says which route a request takes, for `http.route`: the template that the framework matched, never the path
    /// (*HTTP metrics, `http.route`*).
    ///
    /// With `axum`, the layer goes on the router by `layer` or `route_layer`, where the route is known:
    ///
    /// ```
    /// use axum::extract::MatchedPath;
    /// use meterstick_semconv::tower::HttpServerLayer;
    ///
    /// let measured = HttpServerLayer::new()
    ///     .route(|request| request.extensions.get::<MatchedPath>().map(MatchedPath::as_str));
    /// ```
    #[must_use]
    pub fn route<F: Fn(&Parts) -> Option<&str>>(self, route: F) -> HttpServerLayer<F> {
        HttpServerLayer { shared: self.shared, route }
    }
}

impl<R> HttpServerLayer<R> {
    /// How many routes are told apart: the first ones that come. Of all others, `http.route` is `_OTHER`. 200 if it is
    /// not said.
    ///
    /// It is said before the layer wraps anything: clones that were made before keep their own bound.
    #[must_use]
    pub fn routes_at_most(self, most: usize) -> Self {
        self.with(|shared| shared.routes = Routes::new(most))
    }

    /// What `url.scheme` says of requests that do not say it themselves. `http` if it is not said.
    #[must_use]
    pub fn scheme(self, scheme: Scheme) -> Self {
        self.with(|shared| shared.scheme = scheme)
    }

    fn with(mut self, change: impl FnOnce(&mut Shared)) -> Self {
        let mut shared = Shared {
            instruments: match &self.shared.instruments {
                Source::Global => Source::Global,
                Source::Built(instruments) => Source::Built(instruments.clone()),
            },
            routes: Routes::new(self.shared.routes.most()),
            scheme: self.shared.scheme,
        };
        change(&mut shared);
        self.shared = Arc::new(shared);
        self
    }
}

impl Default for HttpServerLayer {
    fn default() -> Self {
        Self::new()
    }
}

impl<S, R: Clone> Layer<S> for HttpServerLayer<R> {
    type Service = HttpServer<S, R>;

    fn layer(&self, service: S) -> Self::Service {
        HttpServer { service, layer: self.clone() }
    }
}

impl<R> fmt::Debug for HttpServerLayer<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpServerLayer")
            .field("routes_at_most", &self.shared.routes.most())
            .field("scheme", &self.shared.scheme)
            .finish_non_exhaustive()
    }
}
