use meterstick::catalog::Catalog;
use meterstick::prelude::*;
use meterstick::unit::{Bytes, KiBytes};

static SENT: Counter<u64, Bytes> =
    Meter::counter::<u64>().unit::<Bytes>().name("shop.sent").global(Scope::new("shop"));
const ALSO_SENT: Metric<Counter<u64, KiBytes>> = Meter::counter::<u64>().unit::<KiBytes>().name("shop.sent");
const SHOP: Catalog = meterstick::catalog![SENT, ALSO_SENT];

fn main() {}
