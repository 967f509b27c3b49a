// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! [The attributes of `jvm`](https://opentelemetry.io/docs/specs/semconv/registry/attributes/jvm/).

use meterstick::{AttributeValue, Key};

/// `jvm.buffer.pool.name`, in development.
pub const BUFFER_POOL_NAME: Key<&'static str> = Key::new("jvm.buffer.pool.name");
/// `jvm.gc.action`.
pub const GC_ACTION: Key<&'static str> = Key::new("jvm.gc.action");
/// `jvm.gc.cause`, in development.
pub const GC_CAUSE: Key<&'static str> = Key::new("jvm.gc.cause");
/// `jvm.gc.name`.
pub const GC_NAME: Key<&'static str> = Key::new("jvm.gc.name");
/// `jvm.memory.pool.name`.
pub const MEMORY_POOL_NAME: Key<&'static str> = Key::new("jvm.memory.pool.name");
/// `jvm.memory.type`.
pub const MEMORY_TYPE: Key<MemoryType<'static>> = Key::new("jvm.memory.type");
/// `jvm.thread.daemon`.
pub const THREAD_DAEMON: Key<bool> = Key::new("jvm.thread.daemon");
/// `jvm.thread.state`.
pub const THREAD_STATE: Key<ThreadState<'static>> = Key::new("jvm.thread.state");

/// The values of `jvm.memory.type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum MemoryType<'a> {
    /// `heap`.
    Heap,
    /// `non_heap`.
    NonHeap,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `jvm.thread.state`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum ThreadState<'a> {
    /// `new`.
    New,
    /// `runnable`.
    Runnable,
    /// `blocked`.
    Blocked,
    /// `waiting`.
    Waiting,
    /// `timed_waiting`.
    TimedWaiting,
    /// `terminated`.
    Terminated,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}
