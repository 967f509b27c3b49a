//! A cache is built on a meter, as an instrument, or on a group without attributes.

use meterstick::cache::{AsyncCache, Cache};
use meterstick::prelude::*;
use meterstick::GroupOf;
use opentelemetry_sdk::metrics::SdkMeterProvider;

#[derive(Clone, Copy, Attributes)]
struct Of<'a> {
    pool: &'a str,
}

fn cache(group: &GroupOf<Of<'static>>) -> Cache<u8, u8> {
    let _: Cache<u8, u8> = Cache::new(group.group(), "words", moka::sync::Cache::builder());
    Cache::new(group, "words", moka::sync::Cache::builder())
}

fn main() {
    let provider = SdkMeterProvider::default();
    let _: Cache<u8, u8> = Cache::new(&provider, "words", moka::sync::Cache::builder());
    let _: AsyncCache<u8, u8> = AsyncCache::new(&provider, "words", moka::future::Cache::builder());
    let _ = cache;
}
