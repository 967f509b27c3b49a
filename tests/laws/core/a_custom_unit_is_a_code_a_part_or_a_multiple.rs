meterstick::unit! { Cost = "{USD}", adds down }

meterstick::unit! { Requests = "requests" }

meterstick::unit! { Twice = meterstick::unit::Celsius * 2 }

meterstick::unit! { Dollars = ; }

fn main() {}
