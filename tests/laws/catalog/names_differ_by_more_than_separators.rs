use meterstick::catalog::Catalog;
use meterstick::prelude::*;
use meterstick::unit::Bytes;

const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("shop.body.sent");
const ALSO_SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("shop.body_sent");
const SHOP: Catalog = meterstick::catalog![SENT, ALSO_SENT];

fn main() {}
