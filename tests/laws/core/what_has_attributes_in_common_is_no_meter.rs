use meterstick::prelude::*;
use meterstick::{Group, GroupOf};

#[derive(Clone, Copy, Attributes)]
struct Of<'a> {
    pool: &'a str,
}

fn group(of: &GroupOf<Of<'static>>) -> Group {
    Group::new(of)
}

fn main() {
    let _ = group;
}
