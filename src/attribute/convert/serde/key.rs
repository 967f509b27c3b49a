//! The text of a map's key. Distinct keys must have distinct texts (*Common, mapping to `AnyValue`*).
// Uses `convert::serde::error`. Used by `convert::serde::walk`.

use core::fmt::{Display, Write};

use serde_core::ser::{Impossible, Serialize, Serializer};

use super::error::{ConversionError, Reason};

pub(super) struct KeyText {
    /// Number of levels left.
    pub(super) left: u8,
}

impl KeyText {
    fn deeper(self) -> Result<Self, ConversionError> {
        match self.left.checked_sub(1) {
            Some(left) => Ok(Self { left }),
            None => Err(ConversionError::new(Reason::TooDeep)),
        }
    }
}

type Text = Result<String, ConversionError>;
type Never = Impossible<String, ConversionError>;

fn none<T>() -> Result<T, ConversionError> {
    Err(ConversionError::new(Reason::KeyHasNoText))
}

/// Returns the `Display` text of a value.
pub(super) fn displayed<T: Display + ?Sized>(value: &T) -> Text {
    let mut text = String::new();
    match write!(text, "{value}") {
        Ok(()) => Ok(text),
        Err(error) => Err(ConversionError::new(Reason::DoesNotSerialize(error.to_string()))),
    }
}

macro_rules! displayed {
    ($($serialize:ident($ty:ty);)*) => {$(
        fn $serialize(self, key: $ty) -> Text {
            Ok(key.to_string())
        }
    )*};
}

impl Serializer for KeyText {
    type Ok = String;
    type Error = ConversionError;
    type SerializeSeq = Never;
    type SerializeTuple = Never;
    type SerializeTupleStruct = Never;
    type SerializeTupleVariant = Never;
    type SerializeMap = Never;
    type SerializeStruct = Never;
    type SerializeStructVariant = Never;

    displayed! {
        serialize_bool(bool);
        serialize_i8(i8);
        serialize_i16(i16);
        serialize_i32(i32);
        serialize_i64(i64);
        serialize_i128(i128);
        serialize_u8(u8);
        serialize_u16(u16);
        serialize_u32(u32);
        serialize_u64(u64);
        serialize_u128(u128);
        serialize_f32(f32);
        serialize_f64(f64);
        serialize_char(char);
        serialize_str(&str);
    }

    fn collect_str<T: Display + ?Sized>(self, key: &T) -> Text {
        displayed(key)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Text {
        Ok(variant.to_owned())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, key: &T) -> Text {
        key.serialize(self.deeper()?)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, key: &T) -> Text {
        key.serialize(self.deeper()?)
    }

    fn serialize_none(self) -> Text {
        none()
    }

    fn serialize_bytes(self, _: &[u8]) -> Text {
        none()
    }

    fn serialize_unit(self) -> Text {
        none()
    }

    fn serialize_unit_struct(self, _: &'static str) -> Text {
        none()
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(self, _: &'static str, _: u32, _: &'static str, _: &T) -> Text {
        none()
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Never, ConversionError> {
        none()
    }

    fn serialize_tuple(self, _: usize) -> Result<Never, ConversionError> {
        none()
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Never, ConversionError> {
        none()
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Never, ConversionError> {
        none()
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Never, ConversionError> {
        none()
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Never, ConversionError> {
        none()
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Never, ConversionError> {
        none()
    }
}
