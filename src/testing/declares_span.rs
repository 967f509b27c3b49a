//! `DeclaresSpan`: the declarations by which a test reads spans.
// Uses `declare`, `trace`. Used by `recorded_spans`, `tracer`.

use crate::declare::Scope;
use crate::trace::{Carried, Operation, OperationDeclaration, Span, SpanDeclaration, SpanDescriptor};

mod sealed {
    pub trait Sealed {}
}

/// A span or an operation, live or declared, by which a test reads spans. It is sealed.
#[diagnostic::on_unimplemented(
    message = "a test reads spans by a span, an operation or the declaration of one, and `{Self}` is not one of these",
    label = "declares no span",
    note = "undeclared spans are read with `tracer.recorded().named(\"..\")`"
)]
pub trait DeclaresSpan: sealed::Sealed {
    /// The declared attributes.
    type Attributes: Carried;

    /// Returns the declaration.
    fn declared(&self) -> &SpanDescriptor;

    /// Returns the scope of a static; `None` if it is not known.
    fn scope(&self) -> Option<&Scope> {
        None
    }
}

macro_rules! declares {
    ($($declares:ident: |$this:ident| $declared:expr, $scope:expr;)*) => {$(
        impl<A: Carried, C> sealed::Sealed for $declares<A, C> {}

        #[diagnostic::do_not_recommend]
        impl<A: Carried, C> DeclaresSpan for $declares<A, C> {
            type Attributes = A;

            fn declared(&self) -> &SpanDescriptor {
                let $this = self;
                $declared
            }

            fn scope(&self) -> Option<&Scope> {
                let $this = self;
                $scope
            }
        }
    )*};
}

declares! {
    Span: |this| this.descriptor(), this.scope();
    Operation: |this| this.span().descriptor(), this.span().scope();
    SpanDeclaration: |this| this.descriptor(), { let _ = this; None };
    OperationDeclaration: |this| this.span().descriptor(), { let _ = this; None };
}
