use meterstick::catalog::Catalog;
use meterstick::prelude::*;
use meterstick::unit::Bytes;

const SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("shop.sent");
const ALSO_SENT: Metric<Counter<u64, Bytes>> = Meter::counter::<u64>().unit::<Bytes>().name("shop.Sent");
const SHOP: Catalog = meterstick::catalog![SENT, ALSO_SENT];

fn main() {}
