//! The items, behind a cache, and the orders, behind a queue.

use std::time::{Duration, Instant};

use meterstick::Tracked;
use meterstick::cache::Cache;
use meterstick::unit::Grams;
use opentelemetry::metrics::Meter;
use serde::{Deserialize, Serialize};
use tokio::sync::mpsc;

use crate::metrics::{Items, LOOK, Looked, Orders, PACK, QUEUED, SOLD, WAIT, WEIGHT};

/// The number of items that one order can be for. Customers choose it, and what they choose is added up: without a bound, a
/// few orders of 2^32 heavy items would fill the sums of all later ones.
pub const MOST_ITEMS: u32 = 1000;

/// How many items there are.
pub const ITEMS: u32 = 100;

#[derive(Clone, Serialize, Deserialize)]
pub struct Item {
    pub id: u32,
    pub name: String,
    pub grams: u64,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
pub struct Order {
    pub item: u32,
    pub amount: u32,
}

/// An order on its way. It is in the queue for as long as its guard lives, wherever it is dropped.
struct Queued {
    order: Order,
    grams: u64,
    since: Instant,
    counted: Tracked<Orders>,
}

#[derive(Clone)]
pub struct Stock {
    cache: Cache<u32, Option<Item>>,
    queue: mpsc::Sender<Queued>,
}

/// The queue is full.
pub struct Full;

impl Stock {
    /// The stock, and the work of packing what is ordered, which ends when the last clone of the stock is gone and all
    /// is packed.
    pub fn open(meter: &Meter) -> (Self, impl Future<Output = ()> + Send + 'static) {
        let (queue, orders) = mpsc::channel(10_000);
        let cache = Cache::new(meter, "items", moka::sync::Cache::builder().max_capacity(80));
        (Self { cache, queue }, pack(orders))
    }

    pub fn look(&self, id: u32) -> Option<Item> {
        LOOK.run(Looked::new(i64::from(id)), |_| self.cache.get_with(id, || warehouse(id)))
    }

    pub fn order(&self, order: Order, item: &Item) -> Result<(), Full> {
        let grams = item.grams * u64::from(order.amount);
        let queued = Queued { order, grams, since: Instant::now(), counted: QUEUED.track() };
        self.queue.try_send(queued).map_err(|_| Full)
    }
}

/// What is slow enough to be worth a cache.
fn warehouse(id: u32) -> Option<Item> {
    std::thread::sleep(Duration::from_micros(200));
    (id < ITEMS).then(|| Item { id, name: format!("item {id}"), grams: grams(id) })
}

/// What an item weighs.
pub fn grams(id: u32) -> u64 {
    50 + 10 * u64::from(id)
}

async fn pack(mut orders: mpsc::Receiver<Queued>) {
    while let Some(Queued { order, grams, since, counted }) = orders.recv().await {
        drop(counted);
        WAIT.record(since.elapsed());
        PACK.run_async(async |_| {
            tokio::task::yield_now().await;
            SOLD.add(Items(order.amount));
            WEIGHT.record(Grams(grams));
        })
        .await;
    }
}
