//! An error of a load says what went wrong.

use meterstick::cache::Cache;

fn load(cache: &Cache<u8, u8>) {
    let _ = cache.try_get_with(1, || Err(()));
}

fn main() {
    let _ = load;
}
