use meterstick::catalog::Catalog;
use meterstick::prelude::*;
use meterstick::unit::Bytes;

const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("shop.sent");
const SHOP: Catalog = meterstick::catalog![SENT];

fn main() {
    SHOP.lint().assert_clean();
}
