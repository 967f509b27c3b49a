//! What a query is grouped by.

use meterstick::FieldKey;

/// A label of the scraped target, which is no attribute of the metric.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Target {
    /// `job`: the service's name, with its namespace before it.
    Job,
    /// `instance`: the service's instance.
    Instance,
    /// Another one, which the configuration of Prometheus adds.
    Other(&'static str),
}

impl Target {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Job => "job",
            Self::Instance => "instance",
            Self::Other(name) => name,
        }
    }
}

/// What an expression is grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Group {
    /// An attribute's key.
    Key(&'static str),
    /// A label, as it is.
    Target(&'static str),
}

impl Group {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Key(name) | Self::Target(name) => name,
        }
    }
}

/// Keys to group by: one key of a set, or a tuple of up to six.
#[diagnostic::on_unimplemented(
    message = "a query is grouped by keys of its metric, and `{Self}` is none",
    note = "write one key, `.by(|keys| keys.route)`, or several, `.by(|keys| (keys.route, keys.method))`"
)]
pub trait Groups {
    /// Shows each key.
    #[doc(hidden)]
    fn each(self, show: &mut dyn FnMut(&'static str));
}

impl<T> Groups for FieldKey<T> {
    fn each(self, show: &mut dyn FnMut(&'static str)) {
        show(self.as_str());
    }
}

macro_rules! tuples {
    ($([$($key:ident)*])*) => {$(
        impl<$($key: Groups),*> Groups for ($($key,)*) {
            fn each(self, show: &mut dyn FnMut(&'static str)) {
                #[allow(non_snake_case)]
                let ($($key,)*) = self;
                $($key.each(show);)*
            }
        }
    )*};
}

tuples!([A B] [A B C] [A B C D] [A B C D E] [A B C D E F]);
