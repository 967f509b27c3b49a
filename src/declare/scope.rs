//! `Scope`: the instrumentation scope of the metrics that a crate or module declares.
// Used by `catalog`, `descriptor`, `instrument`, `metric`, `record`, `refused`, `testing`, `trace`.

use opentelemetry::InstrumentationScope;

/// The instrumentation scope of a program's metrics: usually a crate or a module (*Common, instrumentation scope*).
///
/// ```
/// use meterstick::Scope;
///
/// const SHOP: Scope = Scope::new("shop").version(env!("CARGO_PKG_VERSION"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Scope {
    name: &'static str,
    version: Option<&'static str>,
    schema_url: Option<&'static str>,
}

impl Scope {
    /// Makes a scope; its name is usually that of the crate or the module.
    ///
    /// # Panics
    ///
    /// If the name is empty; in a `const` or `static`, that is a compile error.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        assert!(!name.is_empty(), "a scope has a name: the crate's or the module's");
        Self { name, version: None, schema_url: None }
    }

    /// Sets the version of the instrumented code.
    #[must_use]
    pub const fn version(self, version: &'static str) -> Self {
        Self { version: Some(version), ..self }
    }

    /// Sets the URL of the schema that the metrics follow.
    #[must_use]
    pub const fn schema_url(self, url: &'static str) -> Self {
        Self { schema_url: Some(url), ..self }
    }

    /// Returns the scope's name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the scope as plain data.
    ///
    /// ```
    /// use meterstick::Scope;
    ///
    /// let shop = Scope::new("shop").version("1.2.0").descriptor();
    /// assert_eq!((shop.name, shop.version, shop.schema_url), ("shop", Some("1.2.0"), None));
    /// ```
    #[must_use]
    pub const fn descriptor(&self) -> ScopeDescriptor {
        ScopeDescriptor { name: self.name, version: self.version, schema_url: self.schema_url }
    }

    /// Converts to the scope of the OpenTelemetry API.
    #[must_use]
    pub fn to_instrumentation_scope(self) -> InstrumentationScope {
        let mut scope = InstrumentationScope::builder(self.name);
        if let Some(version) = self.version {
            scope = scope.with_version(version);
        }
        if let Some(url) = self.schema_url {
            scope = scope.with_schema_url(url);
        }
        scope.build()
    }
}

/// An instrumentation scope as plain data; [`Scope::descriptor`] returns it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct ScopeDescriptor {
    /// The name: usually that of the crate or the module.
    pub name: &'static str,
    /// The version of the instrumented code.
    pub version: Option<&'static str>,
    /// The URL of the schema that the metrics follow.
    pub schema_url: Option<&'static str>,
}
