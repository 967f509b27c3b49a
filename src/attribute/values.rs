//! Which of Rust's own types are values of attributes.

use super::value::{AttributeValue, ValueRef, ValueType};

impl AttributeValue for bool {
    const TYPE: ValueType = ValueType::Bool;
    const CARDINALITY: Option<usize> = Some(2);

    #[inline]
    fn value(&self) -> ValueRef<'_> {
        ValueRef::Bool(*self)
    }

    #[inline]
    fn index(&self) -> usize {
        usize::from(*self)
    }
}
