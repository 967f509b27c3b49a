//! What the layer measures of a server, whatever becomes of the request.

mod odd;
mod seen;
mod service;
mod sockets;
