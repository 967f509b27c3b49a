//! A cache is built on a meter, as an instrument.

use meterstick::cache::{AsyncCache, Cache};
use opentelemetry_sdk::metrics::SdkMeterProvider;

fn main() {
    let provider = SdkMeterProvider::default();
    let _: Cache<u8, u8> = Cache::new(&provider, "words", moka::sync::Cache::builder());
    let _: AsyncCache<u8, u8> = AsyncCache::new(&provider, "words", moka::future::Cache::builder());
}
