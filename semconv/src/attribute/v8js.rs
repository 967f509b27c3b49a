// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! [The attributes of `v8js`](https://opentelemetry.io/docs/specs/semconv/registry/attributes/v8js/).

use meterstick::{AttributeValue, Key};

/// `v8js.gc.type`, in development.
pub const GC_TYPE: Key<GcType<'static>> = Key::new("v8js.gc.type");
/// `v8js.heap.space.name`, in development.
pub const HEAP_SPACE_NAME: Key<HeapSpaceName<'static>> = Key::new("v8js.heap.space.name");
/// `v8js.resource.type`, in development.
pub const RESOURCE_TYPE: Key<ResourceType<'static>> = Key::new("v8js.resource.type");

/// The values of `v8js.gc.type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum GcType<'a> {
    /// `major`.
    Major,
    /// `minor`.
    Minor,
    /// `incremental`.
    Incremental,
    /// `weakcb`.
    Weakcb,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `v8js.heap.space.name`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum HeapSpaceName<'a> {
    /// `new_space`.
    NewSpace,
    /// `old_space`.
    OldSpace,
    /// `code_space`.
    CodeSpace,
    /// `map_space`.
    MapSpace,
    /// `large_object_space`.
    LargeObjectSpace,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `v8js.resource.type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[attribute(rename_all = "PascalCase")]
#[non_exhaustive]
pub enum ResourceType<'a> {
    /// `Immediate`.
    Immediate,
    /// `TCPServerWrap`.
    #[attribute(rename = "TCPServerWrap")]
    Tcpserverwrap,
    /// `TCPWrap`.
    #[attribute(rename = "TCPWrap")]
    Tcpwrap,
    /// `Timeout`.
    Timeout,
    /// `TTYWrap`.
    #[attribute(rename = "TTYWrap")]
    Ttywrap,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}
