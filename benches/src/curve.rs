//! What a call costs as more is declared, and as there are more sets.
use crate::args::Args;
use crate::report::Report;
pub fn measure(_: &Args, _: &mut Report) {}
