//! What is declared, as data: for the provider, and for the people around the code.

mod views;

pub use views::views;
