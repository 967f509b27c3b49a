// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! [The attributes of `system`](https://opentelemetry.io/docs/specs/semconv/registry/attributes/system/).

use meterstick::{AttributeValue, Key};

/// `system.device`, in development.
pub const DEVICE: Key<&'static str> = Key::new("system.device");
/// `system.filesystem.mode`, in development.
pub const FILESYSTEM_MODE: Key<&'static str> = Key::new("system.filesystem.mode");
/// `system.filesystem.mountpoint`, in development.
pub const FILESYSTEM_MOUNTPOINT: Key<&'static str> = Key::new("system.filesystem.mountpoint");
/// `system.filesystem.state`, in development.
pub const FILESYSTEM_STATE: Key<FilesystemState<'static>> = Key::new("system.filesystem.state");
/// `system.filesystem.type`, in development.
pub const FILESYSTEM_TYPE: Key<FilesystemType<'static>> = Key::new("system.filesystem.type");
/// `system.memory.linux.hugepages.state`, in development.
pub const MEMORY_LINUX_HUGEPAGES_STATE: Key<MemoryLinuxHugepagesState<'static>> =
    Key::new("system.memory.linux.hugepages.state");
/// `system.memory.linux.slab.state`, in development.
pub const MEMORY_LINUX_SLAB_STATE: Key<MemoryLinuxSlabState<'static>> = Key::new("system.memory.linux.slab.state");
/// `system.memory.state`, in development.
pub const MEMORY_STATE: Key<MemoryState<'static>> = Key::new("system.memory.state");
/// `system.paging.direction`, in development.
pub const PAGING_DIRECTION: Key<PagingDirection<'static>> = Key::new("system.paging.direction");
/// `system.paging.fault.type`, release candidate.
pub const PAGING_FAULT_TYPE: Key<PagingFaultType<'static>> = Key::new("system.paging.fault.type");
/// `system.paging.state`, in development.
pub const PAGING_STATE: Key<PagingState<'static>> = Key::new("system.paging.state");

/// The values of `system.filesystem.state`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum FilesystemState<'a> {
    /// `used`.
    Used,
    /// `free`.
    Free,
    /// `reserved`.
    Reserved,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `system.filesystem.type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum FilesystemType<'a> {
    /// `fat32`.
    Fat32,
    /// `exfat`.
    Exfat,
    /// `ntfs`.
    Ntfs,
    /// `refs`.
    Refs,
    /// `hfsplus`.
    Hfsplus,
    /// `ext4`.
    Ext4,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `system.memory.linux.hugepages.state`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum MemoryLinuxHugepagesState<'a> {
    /// `free`.
    Free,
    /// `used`.
    Used,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `system.memory.linux.slab.state`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum MemoryLinuxSlabState<'a> {
    /// `reclaimable`.
    Reclaimable,
    /// `unreclaimable`.
    Unreclaimable,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `system.memory.state`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum MemoryState<'a> {
    /// `used`.
    Used,
    /// `free`.
    Free,
    /// `buffers`.
    Buffers,
    /// `cached`.
    Cached,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `system.paging.direction`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum PagingDirection<'a> {
    /// `in`.
    In,
    /// `out`.
    Out,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `system.paging.fault.type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum PagingFaultType<'a> {
    /// `major`.
    Major,
    /// `minor`.
    Minor,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `system.paging.state`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum PagingState<'a> {
    /// `used`.
    Used,
    /// `free`.
    Free,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}
