//! Load for the shop: requests, and an exact account of what was sent and received.

use std::error::Error;
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use indicatif::{ProgressBar, ProgressStyle};
use reqwest::{Client, Response, StatusCode};
use serde::Serialize;
use tokio::sync::Mutex;
use tokio::task::JoinSet;

use crate::stock::{ITEMS, Item, Order, grams};

/// What was sent and received, as the shop should have measured it.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Done {
    pub looks: u64,
    pub looks_unknown: u64,
    pub accepted: u64,
    pub unknown: u64,
    pub too_large: u64,
    pub refused: u64,
    /// Of accepted orders.
    pub items: u64,
    /// Of accepted orders.
    pub grams: u64,
    /// Of all bodies of looks' responses.
    pub bytes_received: u64,
    /// Of all bodies of orders.
    pub bytes_sent: u64,
}

impl Done {
    fn add(&mut self, other: Self) {
        self.looks += other.looks;
        self.looks_unknown += other.looks_unknown;
        self.accepted += other.accepted;
        self.unknown += other.unknown;
        self.too_large += other.too_large;
        self.refused += other.refused;
        self.items += other.items;
        self.grams += other.grams;
        self.bytes_received += other.bytes_received;
        self.bytes_sent += other.bytes_sent;
    }
}

impl fmt::Display for Done {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rows = [
            ("items viewed", self.looks),
            ("items viewed that do not exist", self.looks_unknown),
            ("orders accepted", self.accepted),
            ("orders of items that do not exist", self.unknown),
            ("orders of too many items", self.too_large),
            ("orders refused, as the queue was full", self.refused),
            ("items ordered", self.items),
            ("grams ordered", self.grams),
            ("bytes sent, as bodies of orders", self.bytes_sent),
            ("bytes received, as bodies of items", self.bytes_received),
        ];
        rows.iter().try_for_each(|(what, count)| writeln!(f, "{what:<38} {count:>12}"))
    }
}

/// Sends `requests` requests, `at_once` of them at the same time; with `unknown`, only orders of items that do not exist.
///
/// # Errors
///
/// If no server answers, or one that is not a shop.
pub async fn run(url: &str, requests: u64, at_once: u64, unknown: bool) -> Result<Done, Box<dyn Error + Send + Sync>> {
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} requests, {per_sec}, {eta} left")?;
    let progress = ProgressBar::new(requests).with_style(style);
    let (next, done) = (Arc::new(AtomicU64::new(0)), Arc::new(Mutex::new(Done::default())));
    let client = Client::new();
    let mut clients = JoinSet::new();
    for _ in 0..at_once.max(1) {
        let (client, url, progress) = (client.clone(), url.to_owned(), progress.clone());
        let (next, done) = (Arc::clone(&next), Arc::clone(&done));
        clients.spawn(async move {
            loop {
                let n = next.fetch_add(1, Ordering::Relaxed);
                if n >= requests {
                    return Ok::<_, Box<dyn Error + Send + Sync>>(());
                }
                let one = match n % 3 {
                    _ if unknown => order(&client, &url, ITEMS, n).await?,
                    0 => order(&client, &url, item(n), n).await?,
                    _ => look(&client, &url, n).await?,
                };
                done.lock().await.add(one);
                progress.inc(1);
            }
        });
    }
    while let Some(client) = clients.join_next().await {
        if let Err(error) = client? {
            progress.finish_and_clear();
            let unreachable = error.downcast_ref::<reqwest::Error>().is_some_and(reqwest::Error::is_connect);
            let start = "start a shop first: `cargo run -p meterstick-shop -- serve`";
            return Err(if unreachable { format!("no server answers at {url}; {start}").into() } else { error });
        }
    }
    progress.finish();
    let done = *done.lock().await;
    Ok(done)
}

/// Some of the items that are asked for do not exist.
fn item(n: u64) -> u32 {
    (n * 7 % u64::from(ITEMS + 10)) as u32
}

async fn look(client: &Client, url: &str, n: u64) -> Result<Done, Box<dyn Error + Send + Sync>> {
    let response = client.get(format!("{url}/items/{}", item(n))).send().await?;
    let status = response.status();
    let body = response.bytes().await?;
    match status {
        StatusCode::OK => {
            serde_json::from_slice::<Item>(&body)?;
            Ok(Done { looks: 1, bytes_received: body.len() as u64, ..Done::default() })
        }
        StatusCode::NOT_FOUND => Ok(Done { looks_unknown: 1, bytes_received: body.len() as u64, ..Done::default() }),
        status => Err(format!("a look got {status}").into()),
    }
}

async fn order(client: &Client, url: &str, item: u32, n: u64) -> Result<Done, Box<dyn Error + Send + Sync>> {
    // Some customers try how many they can have.
    let amount = if n % 50 == 7 { u32::MAX } else { 1 + (n % 5) as u32 };
    let order = Order { item, amount };
    let bytes_sent = serde_json::to_vec(&order)?.len() as u64;
    let response: Response = client.post(format!("{url}/orders")).json(&order).send().await?;
    let sent = Done { bytes_sent, ..Done::default() };
    match response.status() {
        StatusCode::ACCEPTED => {
            let items = u64::from(order.amount);
            Ok(Done { accepted: 1, items, grams: items * grams(order.item), ..sent })
        }
        StatusCode::NOT_FOUND => Ok(Done { unknown: 1, ..sent }),
        StatusCode::UNPROCESSABLE_ENTITY => Ok(Done { too_large: 1, ..sent }),
        StatusCode::SERVICE_UNAVAILABLE => Ok(Done { refused: 1, ..sent }),
        status => Err(format!("an order got {status}").into()),
    }
}
