//! The service.

use std::future::Future;

use axum::extract::{MatchedPath, Path, State};
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Json, Router};
use meterstick_semconv::tower::HttpServerLayer;
use prometheus::{Encoder, Registry, TextEncoder};
use tokio::net::TcpListener;

use crate::metrics::{ORDERS, Outcome, Taken};
use crate::stock::{Item, MOST_ITEMS, Order, Stock};

/// Serves until `stop` is ready, and then what is on its way.
pub async fn serve(
    listener: TcpListener,
    stock: Stock,
    registry: Option<Registry>,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    // What a scraper asks for is no business of the shop's, so it is outside the layer.
    let mut shop = routes(stock);
    if let Some(registry) = registry {
        shop = shop.route("/metrics", get(move || async move { scrape(&registry) }));
    }
    axum::serve(listener, shop).with_graceful_shutdown(stop).await
}

fn routes(stock: Stock) -> Router {
    let measured =
        HttpServerLayer::new().route(|request| request.extensions.get::<MatchedPath>().map(MatchedPath::as_str));
    Router::new().route("/items/{id}", get(look)).route("/orders", post(order)).with_state(stock).layer(measured)
}

async fn look(State(stock): State<Stock>, Path(id): Path<u32>) -> Result<Json<Item>, StatusCode> {
    stock.look(id).map(Json).ok_or(StatusCode::NOT_FOUND)
}

async fn order(State(stock): State<Stock>, Json(order): Json<Order>) -> StatusCode {
    let (outcome, status) = match stock.look(order.item) {
        None => (Outcome::Unknown, StatusCode::NOT_FOUND),
        Some(_) if order.amount > MOST_ITEMS => (Outcome::TooLarge, StatusCode::UNPROCESSABLE_ENTITY),
        Some(item) => match stock.order(order, &item) {
            Ok(()) => (Outcome::Accepted, StatusCode::ACCEPTED),
            Err(_) => (Outcome::Refused, StatusCode::SERVICE_UNAVAILABLE),
        },
    };
    ORDERS.add(1, Taken { outcome });
    status
}

fn scrape(registry: &Registry) -> Result<String, StatusCode> {
    let mut text = Vec::new();
    TextEncoder::new()
        .encode(&registry.gather(), &mut text)
        .ok()
        .and_then(|()| String::from_utf8(text).ok())
        .ok_or(StatusCode::INTERNAL_SERVER_ERROR)
}
