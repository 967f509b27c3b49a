//! `Target` and `Groups`: the labels that a query groups by.
// Used by `filter`, `names`, `node`, `rules`, `series`, `text`.

use meterstick::FieldKey;

/// A label of the scrape target, which is not an attribute of the metric.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Target {
    /// The label `job`: the service's namespace and name.
    Job,
    /// The label `instance`: the service's instance.
    Instance,
    /// Another label that the configuration of Prometheus adds.
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

/// A label that an expression is grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Group {
    /// The key of an attribute.
    Key(&'static str),
    /// A label that is used unchanged.
    Target(&'static str),
}

impl Group {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Key(name) | Self::Target(name) => name,
        }
    }
}

/// The keys that a query groups by: one key of a metric, or a tuple of up to six.
#[diagnostic::on_unimplemented(
    message = "a query is grouped by keys of its metric, and `{Self}` is not one",
    note = "write one key, `.by(|keys| keys.route)`, or several, `.by(|keys| (keys.route, keys.method))`"
)]
pub trait Groups {
    /// Passes each key to a closure.
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
