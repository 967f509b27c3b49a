// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! What is not stable yet.

use crate::attribute::{aspnetcore, error};
use crate::unit;
use meterstick::unit::{Bytes, Seconds};
use meterstick::{Attributes, Counter, Histogram, Meter, Metric, UpDownCounter};

/// [`aspnetcore.authentication.authenticate.duration`](https://opentelemetry.io/docs/specs/semconv/dotnet/dotnet-aspnetcore-metrics/#metric-aspnetcoreauthenticationauthenticateduration): a histogram in `s`, in development.
pub const AUTHENTICATION_AUTHENTICATE_DURATION: Metric<Histogram<f64, Seconds, AuthenticationAuthenticateDuration<'static>>> =
Meter::histogram::<f64>().unit::<Seconds>().name("aspnetcore.authentication.authenticate.duration").description("Distribution of ASP.NET Core authentication authenticate duration in seconds, by aspnetcore.authentication.result.").attributes::<AuthenticationAuthenticateDuration>();

/// [`aspnetcore.authentication.challenges`](https://opentelemetry.io/docs/specs/semconv/dotnet/dotnet-aspnetcore-metrics/#metric-aspnetcoreauthenticationchallenges): a counter in `{challenge}`, in development.
pub const AUTHENTICATION_CHALLENGES: Metric<Counter<u64, unit::Challenges, AuthenticationChallenges<'static>>> =
    Meter::counter::<u64>()
        .unit::<unit::Challenges>()
        .name("aspnetcore.authentication.challenges")
        .description("Number of ASP.NET Core authentication challenges.")
        .attributes::<AuthenticationChallenges>();

/// [`aspnetcore.authentication.forbids`](https://opentelemetry.io/docs/specs/semconv/dotnet/dotnet-aspnetcore-metrics/#metric-aspnetcoreauthenticationforbids): a counter in `{forbid}`, in development.
pub const AUTHENTICATION_FORBIDS: Metric<Counter<u64, unit::Forbids, AuthenticationForbids<'static>>> =
    Meter::counter::<u64>()
        .unit::<unit::Forbids>()
        .name("aspnetcore.authentication.forbids")
        .description("Number of ASP.NET Core authentication forbids.")
        .attributes::<AuthenticationForbids>();

/// [`aspnetcore.authentication.sign_ins`](https://opentelemetry.io/docs/specs/semconv/dotnet/dotnet-aspnetcore-metrics/#metric-aspnetcoreauthenticationsign_ins): a counter in `{sign_in}`, in development.
pub const AUTHENTICATION_SIGN_INS: Metric<Counter<u64, unit::SignIns, AuthenticationSignIns<'static>>> =
    Meter::counter::<u64>()
        .unit::<unit::SignIns>()
        .name("aspnetcore.authentication.sign_ins")
        .description("Number of ASP.NET Core authentication sign ins.")
        .attributes::<AuthenticationSignIns>();

/// [`aspnetcore.authentication.sign_outs`](https://opentelemetry.io/docs/specs/semconv/dotnet/dotnet-aspnetcore-metrics/#metric-aspnetcoreauthenticationsign_outs): a counter in `{sign_out}`, in development.
pub const AUTHENTICATION_SIGN_OUTS: Metric<Counter<u64, unit::SignOuts, AuthenticationSignOuts<'static>>> =
    Meter::counter::<u64>()
        .unit::<unit::SignOuts>()
        .name("aspnetcore.authentication.sign_outs")
        .description("Number of ASP.NET Core authentication sign outs.")
        .attributes::<AuthenticationSignOuts>();

/// [`aspnetcore.authorization.attempts`](https://opentelemetry.io/docs/specs/semconv/dotnet/dotnet-aspnetcore-metrics/#metric-aspnetcoreauthorizationattempts): a counter in `{attempt}`, in development.
pub const AUTHORIZATION_ATTEMPTS: Metric<Counter<u64, unit::Attempts, AuthorizationAttempts<'static>>> =
    Meter::counter::<u64>()
        .unit::<unit::Attempts>()
        .name("aspnetcore.authorization.attempts")
        .description("Number of ASP.NET Core authorization attempts, by aspnetcore.user.is_authenticated.")
        .attributes::<AuthorizationAttempts>();

/// [`aspnetcore.identity.sign_in.authenticate.duration`](https://opentelemetry.io/docs/specs/semconv/dotnet/dotnet-aspnetcore-metrics/#metric-aspnetcoreidentitysign_inauthenticateduration): a histogram in `s`, in development.
pub const IDENTITY_SIGN_IN_AUTHENTICATE_DURATION: Metric<Histogram<u64, Seconds, IdentitySignInAuthenticateDuration<'static>>> =
Meter::histogram::<u64>().unit::<Seconds>().name("aspnetcore.identity.sign_in.authenticate.duration").description("Distribution of ASP.NET Core identity sign in authenticate duration in seconds, by aspnetcore.authentication.scheme, aspnetcore.identity.sign_in.type and aspnetcore.identity.user_type.").attributes::<IdentitySignInAuthenticateDuration>();

/// [`aspnetcore.identity.sign_in.check_password_attempts`](https://opentelemetry.io/docs/specs/semconv/dotnet/dotnet-aspnetcore-metrics/#metric-aspnetcoreidentitysign_incheck_password_attempts): a counter in `{attempt}`, in development.
pub const IDENTITY_SIGN_IN_CHECK_PASSWORD_ATTEMPTS: Metric<
    Counter<u64, unit::Attempts, IdentitySignInCheckPasswordAttempts<'static>>,
> = Meter::counter::<u64>()
    .unit::<unit::Attempts>()
    .name("aspnetcore.identity.sign_in.check_password_attempts")
    .description("Number of ASP.NET Core identity sign in check password attempts, by aspnetcore.identity.user_type.")
    .attributes::<IdentitySignInCheckPasswordAttempts>();

/// [`aspnetcore.identity.sign_in.sign_ins`](https://opentelemetry.io/docs/specs/semconv/dotnet/dotnet-aspnetcore-metrics/#metric-aspnetcoreidentitysign_insign_ins): a counter in `{sign_in}`, in development.
pub const IDENTITY_SIGN_IN_SIGN_INS: Metric<Counter<u64, unit::SignIns, IdentitySignInSignIns<'static>>> =
Meter::counter::<u64>().unit::<unit::SignIns>().name("aspnetcore.identity.sign_in.sign_ins").description("Number of ASP.NET Core identity sign in sign ins, by aspnetcore.authentication.scheme and aspnetcore.identity.user_type.").attributes::<IdentitySignInSignIns>();

/// [`aspnetcore.identity.sign_in.sign_outs`](https://opentelemetry.io/docs/specs/semconv/dotnet/dotnet-aspnetcore-metrics/#metric-aspnetcoreidentitysign_insign_outs): a counter in `{sign_out}`, in development.
pub const IDENTITY_SIGN_IN_SIGN_OUTS: Metric<Counter<u64, unit::SignOuts, IdentitySignInSignOuts<'static>>> =
Meter::counter::<u64>().unit::<unit::SignOuts>().name("aspnetcore.identity.sign_in.sign_outs").description("Number of ASP.NET Core identity sign in sign outs, by aspnetcore.authentication.scheme and aspnetcore.identity.user_type.").attributes::<IdentitySignInSignOuts>();

/// [`aspnetcore.identity.sign_in.two_factor_clients_forgotten`](https://opentelemetry.io/docs/specs/semconv/dotnet/dotnet-aspnetcore-metrics/#metric-aspnetcoreidentitysign_intwo_factor_clients_forgotten): a counter in `{client}`, in development.
pub const IDENTITY_SIGN_IN_TWO_FACTOR_CLIENTS_FORGOTTEN: Metric<Counter<u64, unit::Clients, IdentitySignInTwoFactorClientsForgotten<'static>>> =
Meter::counter::<u64>().unit::<unit::Clients>().name("aspnetcore.identity.sign_in.two_factor_clients_forgotten").description("Number of clients (ASP.NET Core identity sign in two factor clients forgotten), by aspnetcore.authentication.scheme and aspnetcore.identity.user_type.").attributes::<IdentitySignInTwoFactorClientsForgotten>();

/// [`aspnetcore.identity.sign_in.two_factor_clients_remembered`](https://opentelemetry.io/docs/specs/semconv/dotnet/dotnet-aspnetcore-metrics/#metric-aspnetcoreidentitysign_intwo_factor_clients_remembered): a counter in `{client}`, in development.
pub const IDENTITY_SIGN_IN_TWO_FACTOR_CLIENTS_REMEMBERED: Metric<Counter<u64, unit::Clients, IdentitySignInTwoFactorClientsRemembered<'static>>> =
Meter::counter::<u64>().unit::<unit::Clients>().name("aspnetcore.identity.sign_in.two_factor_clients_remembered").description("Number of clients (ASP.NET Core identity sign in two factor clients remembered), by aspnetcore.authentication.scheme and aspnetcore.identity.user_type.").attributes::<IdentitySignInTwoFactorClientsRemembered>();

/// [`aspnetcore.identity.user.check_password_attempts`](https://opentelemetry.io/docs/specs/semconv/dotnet/dotnet-aspnetcore-metrics/#metric-aspnetcoreidentityusercheck_password_attempts): a counter in `{attempt}`, in development.
pub const IDENTITY_USER_CHECK_PASSWORD_ATTEMPTS: Metric<
    Counter<u64, unit::Attempts, IdentityUserCheckPasswordAttempts<'static>>,
> = Meter::counter::<u64>()
    .unit::<unit::Attempts>()
    .name("aspnetcore.identity.user.check_password_attempts")
    .description("Number of ASP.NET Core identity user check password attempts, by aspnetcore.identity.user_type.")
    .attributes::<IdentityUserCheckPasswordAttempts>();

/// [`aspnetcore.identity.user.create.duration`](https://opentelemetry.io/docs/specs/semconv/dotnet/dotnet-aspnetcore-metrics/#metric-aspnetcoreidentityusercreateduration): a histogram in `s`, in development.
pub const IDENTITY_USER_CREATE_DURATION: Metric<Histogram<u64, Seconds, IdentityUserCreateDuration<'static>>> =
    Meter::histogram::<u64>()
        .unit::<Seconds>()
        .name("aspnetcore.identity.user.create.duration")
        .description(
            "Distribution of ASP.NET Core identity user create duration in seconds, by aspnetcore.identity.user_type.",
        )
        .attributes::<IdentityUserCreateDuration>();

/// [`aspnetcore.identity.user.delete.duration`](https://opentelemetry.io/docs/specs/semconv/dotnet/dotnet-aspnetcore-metrics/#metric-aspnetcoreidentityuserdeleteduration): a histogram in `s`, in development.
pub const IDENTITY_USER_DELETE_DURATION: Metric<Histogram<u64, Seconds, IdentityUserDeleteDuration<'static>>> =
    Meter::histogram::<u64>()
        .unit::<Seconds>()
        .name("aspnetcore.identity.user.delete.duration")
        .description(
            "Distribution of ASP.NET Core identity user delete duration in seconds, by aspnetcore.identity.user_type.",
        )
        .attributes::<IdentityUserDeleteDuration>();

/// [`aspnetcore.identity.user.generated_tokens`](https://opentelemetry.io/docs/specs/semconv/dotnet/dotnet-aspnetcore-metrics/#metric-aspnetcoreidentityusergenerated_tokens): a counter in `{count}`, in development.
pub const IDENTITY_USER_GENERATED_TOKENS: Metric<Counter<u64, unit::Counts, IdentityUserGeneratedTokens<'static>>> =
Meter::counter::<u64>().unit::<unit::Counts>().name("aspnetcore.identity.user.generated_tokens").description("Number of counts (ASP.NET Core identity user generated tokens), by aspnetcore.identity.token_purpose and aspnetcore.identity.user_type.").attributes::<IdentityUserGeneratedTokens>();

/// [`aspnetcore.identity.user.update.duration`](https://opentelemetry.io/docs/specs/semconv/dotnet/dotnet-aspnetcore-metrics/#metric-aspnetcoreidentityuserupdateduration): a histogram in `s`, in development.
pub const IDENTITY_USER_UPDATE_DURATION: Metric<Histogram<u64, Seconds, IdentityUserUpdateDuration<'static>>> =
Meter::histogram::<u64>().unit::<Seconds>().name("aspnetcore.identity.user.update.duration").description("Distribution of ASP.NET Core identity user update duration in seconds, by aspnetcore.identity.user.update_type and aspnetcore.identity.user_type.").attributes::<IdentityUserUpdateDuration>();

/// [`aspnetcore.identity.user.verify_token_attempts`](https://opentelemetry.io/docs/specs/semconv/dotnet/dotnet-aspnetcore-metrics/#metric-aspnetcoreidentityuserverify_token_attempts): a counter in `{attempt}`, in development.
pub const IDENTITY_USER_VERIFY_TOKEN_ATTEMPTS: Metric<Counter<u64, unit::Attempts, IdentityUserVerifyTokenAttempts<'static>>> =
Meter::counter::<u64>().unit::<unit::Attempts>().name("aspnetcore.identity.user.verify_token_attempts").description("Number of ASP.NET Core identity user verify token attempts, by aspnetcore.identity.token_purpose and aspnetcore.identity.user_type.").attributes::<IdentityUserVerifyTokenAttempts>();

/// [`aspnetcore.memory_pool.allocated`](https://opentelemetry.io/docs/specs/semconv/dotnet/dotnet-aspnetcore-metrics/#metric-aspnetcorememory_poolallocated): a counter in `By`, in development.
pub const MEMORY_POOL_ALLOCATED: Metric<Counter<u64, Bytes, MemoryPoolAllocated<'static>>> = Meter::counter::<u64>()
    .unit::<Bytes>()
    .name("aspnetcore.memory_pool.allocated")
    .description("Total ASP.NET Core memory pool allocated in bytes.")
    .attributes::<MemoryPoolAllocated>();

/// [`aspnetcore.memory_pool.evicted`](https://opentelemetry.io/docs/specs/semconv/dotnet/dotnet-aspnetcore-metrics/#metric-aspnetcorememory_poolevicted): a counter in `By`, in development.
pub const MEMORY_POOL_EVICTED: Metric<Counter<u64, Bytes, MemoryPoolEvicted<'static>>> = Meter::counter::<u64>()
    .unit::<Bytes>()
    .name("aspnetcore.memory_pool.evicted")
    .description("Total ASP.NET Core memory pool evicted in bytes.")
    .attributes::<MemoryPoolEvicted>();

/// [`aspnetcore.memory_pool.pooled`](https://opentelemetry.io/docs/specs/semconv/dotnet/dotnet-aspnetcore-metrics/#metric-aspnetcorememory_poolpooled): an up-down counter in `By`, in development.
pub const MEMORY_POOL_POOLED: Metric<UpDownCounter<i64, Bytes, MemoryPoolPooled<'static>>> =
    Meter::up_down_counter::<i64>()
        .unit::<Bytes>()
        .name("aspnetcore.memory_pool.pooled")
        .description("Current ASP.NET Core memory pool pooled in bytes.")
        .attributes::<MemoryPoolPooled>();

/// [`aspnetcore.memory_pool.rented`](https://opentelemetry.io/docs/specs/semconv/dotnet/dotnet-aspnetcore-metrics/#metric-aspnetcorememory_poolrented): a counter in `By`, in development.
pub const MEMORY_POOL_RENTED: Metric<Counter<u64, Bytes, MemoryPoolRented<'static>>> = Meter::counter::<u64>()
    .unit::<Bytes>()
    .name("aspnetcore.memory_pool.rented")
    .description("Total ASP.NET Core memory pool rented in bytes.")
    .attributes::<MemoryPoolRented>();

/// The attributes of [`AUTHENTICATION_AUTHENTICATE_DURATION`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct AuthenticationAuthenticateDuration<'a> {
    /// `aspnetcore.authentication.result`, required.
    #[attribute(key = "aspnetcore.authentication.result")]
    pub authentication_result: aspnetcore::AuthenticationResult<'a>,
    /// `aspnetcore.authentication.scheme`, conditionally required.
    #[attribute(key = "aspnetcore.authentication.scheme")]
    pub scheme: Option<&'a str>,
    /// `error.type`, conditionally required.
    #[attribute(key = "error.type")]
    pub error_type: Option<error::Type<'a>>,
}

impl<'a> AuthenticationAuthenticateDuration<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(authentication_result: aspnetcore::AuthenticationResult<'a>) -> Self {
        Self { authentication_result, scheme: None, error_type: None }
    }

    /// With `aspnetcore.authentication.scheme`.
    #[must_use]
    pub const fn scheme(mut self, scheme: &'a str) -> Self {
        self.scheme = Some(scheme);
        self
    }

    /// With `error.type`.
    #[must_use]
    pub const fn error_type(mut self, error_type: error::Type<'a>) -> Self {
        self.error_type = Some(error_type);
        self
    }
}

/// The attributes of [`AUTHENTICATION_CHALLENGES`], [`AUTHENTICATION_FORBIDS`], [`AUTHENTICATION_SIGN_INS`] and [`AUTHENTICATION_SIGN_OUTS`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[non_exhaustive]
pub struct AuthenticationChallenges<'a> {
    /// `aspnetcore.authentication.scheme`, conditionally required.
    #[attribute(key = "aspnetcore.authentication.scheme")]
    pub scheme: Option<&'a str>,
    /// `error.type`, conditionally required.
    #[attribute(key = "error.type")]
    pub error_type: Option<error::Type<'a>>,
}

impl<'a> AuthenticationChallenges<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { scheme: None, error_type: None }
    }

    /// With `aspnetcore.authentication.scheme`.
    #[must_use]
    pub const fn scheme(mut self, scheme: &'a str) -> Self {
        self.scheme = Some(scheme);
        self
    }

    /// With `error.type`.
    #[must_use]
    pub const fn error_type(mut self, error_type: error::Type<'a>) -> Self {
        self.error_type = Some(error_type);
        self
    }
}

/// The same attributes as of [`AuthenticationChallenges`].
pub type AuthenticationForbids<'a> = AuthenticationChallenges<'a>;

/// The same attributes as of [`AuthenticationChallenges`].
pub type AuthenticationSignIns<'a> = AuthenticationChallenges<'a>;

/// The same attributes as of [`AuthenticationChallenges`].
pub type AuthenticationSignOuts<'a> = AuthenticationChallenges<'a>;

/// The attributes of [`AUTHORIZATION_ATTEMPTS`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct AuthorizationAttempts<'a> {
    /// `aspnetcore.user.is_authenticated`, required.
    #[attribute(key = "aspnetcore.user.is_authenticated")]
    pub is_authenticated: bool,
    /// `aspnetcore.authorization.policy`, conditionally required.
    #[attribute(key = "aspnetcore.authorization.policy")]
    pub policy: Option<&'a str>,
    /// `aspnetcore.authorization.result`, conditionally required.
    #[attribute(key = "aspnetcore.authorization.result")]
    pub authorization_result: Option<aspnetcore::AuthorizationResult<'a>>,
    /// `error.type`, conditionally required.
    #[attribute(key = "error.type")]
    pub error_type: Option<error::Type<'a>>,
}

impl<'a> AuthorizationAttempts<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(is_authenticated: bool) -> Self {
        Self { is_authenticated, policy: None, authorization_result: None, error_type: None }
    }

    /// With `aspnetcore.authorization.policy`.
    #[must_use]
    pub const fn policy(mut self, policy: &'a str) -> Self {
        self.policy = Some(policy);
        self
    }

    /// With `aspnetcore.authorization.result`.
    #[must_use]
    pub const fn authorization_result(mut self, authorization_result: aspnetcore::AuthorizationResult<'a>) -> Self {
        self.authorization_result = Some(authorization_result);
        self
    }

    /// With `error.type`.
    #[must_use]
    pub const fn error_type(mut self, error_type: error::Type<'a>) -> Self {
        self.error_type = Some(error_type);
        self
    }
}

/// The attributes of [`IDENTITY_SIGN_IN_AUTHENTICATE_DURATION`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct IdentitySignInAuthenticateDuration<'a> {
    /// `aspnetcore.authentication.scheme`, required.
    #[attribute(key = "aspnetcore.authentication.scheme")]
    pub scheme: &'a str,
    /// `aspnetcore.identity.sign_in.type`, required.
    #[attribute(key = "aspnetcore.identity.sign_in.type")]
    pub sign_in_type: aspnetcore::IdentitySignInType<'a>,
    /// `aspnetcore.identity.user_type`, required.
    #[attribute(key = "aspnetcore.identity.user_type")]
    pub user_type: &'a str,
    /// `aspnetcore.identity.sign_in.result`, conditionally required.
    #[attribute(key = "aspnetcore.identity.sign_in.result")]
    pub sign_in_result: Option<aspnetcore::IdentitySignInResult<'a>>,
    /// `aspnetcore.sign_in.is_persistent`, conditionally required.
    #[attribute(key = "aspnetcore.sign_in.is_persistent")]
    pub is_persistent: Option<bool>,
    /// `error.type`, conditionally required.
    #[attribute(key = "error.type")]
    pub error_type: Option<error::Type<'a>>,
}

impl<'a> IdentitySignInAuthenticateDuration<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(scheme: &'a str, sign_in_type: aspnetcore::IdentitySignInType<'a>, user_type: &'a str) -> Self {
        Self { scheme, sign_in_type, user_type, sign_in_result: None, is_persistent: None, error_type: None }
    }

    /// With `aspnetcore.identity.sign_in.result`.
    #[must_use]
    pub const fn sign_in_result(mut self, sign_in_result: aspnetcore::IdentitySignInResult<'a>) -> Self {
        self.sign_in_result = Some(sign_in_result);
        self
    }

    /// With `aspnetcore.sign_in.is_persistent`.
    #[must_use]
    pub const fn is_persistent(mut self, is_persistent: bool) -> Self {
        self.is_persistent = Some(is_persistent);
        self
    }

    /// With `error.type`.
    #[must_use]
    pub const fn error_type(mut self, error_type: error::Type<'a>) -> Self {
        self.error_type = Some(error_type);
        self
    }
}

/// The attributes of [`IDENTITY_SIGN_IN_CHECK_PASSWORD_ATTEMPTS`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct IdentitySignInCheckPasswordAttempts<'a> {
    /// `aspnetcore.identity.user_type`, required.
    #[attribute(key = "aspnetcore.identity.user_type")]
    pub user_type: &'a str,
    /// `aspnetcore.identity.sign_in.result`, conditionally required.
    #[attribute(key = "aspnetcore.identity.sign_in.result")]
    pub sign_in_result: Option<aspnetcore::IdentitySignInResult<'a>>,
    /// `error.type`, conditionally required.
    #[attribute(key = "error.type")]
    pub error_type: Option<error::Type<'a>>,
}

impl<'a> IdentitySignInCheckPasswordAttempts<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(user_type: &'a str) -> Self {
        Self { user_type, sign_in_result: None, error_type: None }
    }

    /// With `aspnetcore.identity.sign_in.result`.
    #[must_use]
    pub const fn sign_in_result(mut self, sign_in_result: aspnetcore::IdentitySignInResult<'a>) -> Self {
        self.sign_in_result = Some(sign_in_result);
        self
    }

    /// With `error.type`.
    #[must_use]
    pub const fn error_type(mut self, error_type: error::Type<'a>) -> Self {
        self.error_type = Some(error_type);
        self
    }
}

/// The attributes of [`IDENTITY_SIGN_IN_SIGN_INS`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct IdentitySignInSignIns<'a> {
    /// `aspnetcore.authentication.scheme`, required.
    #[attribute(key = "aspnetcore.authentication.scheme")]
    pub scheme: &'a str,
    /// `aspnetcore.identity.user_type`, required.
    #[attribute(key = "aspnetcore.identity.user_type")]
    pub user_type: &'a str,
    /// `aspnetcore.sign_in.is_persistent`, conditionally required.
    #[attribute(key = "aspnetcore.sign_in.is_persistent")]
    pub is_persistent: Option<bool>,
    /// `error.type`, conditionally required.
    #[attribute(key = "error.type")]
    pub error_type: Option<error::Type<'a>>,
}

impl<'a> IdentitySignInSignIns<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(scheme: &'a str, user_type: &'a str) -> Self {
        Self { scheme, user_type, is_persistent: None, error_type: None }
    }

    /// With `aspnetcore.sign_in.is_persistent`.
    #[must_use]
    pub const fn is_persistent(mut self, is_persistent: bool) -> Self {
        self.is_persistent = Some(is_persistent);
        self
    }

    /// With `error.type`.
    #[must_use]
    pub const fn error_type(mut self, error_type: error::Type<'a>) -> Self {
        self.error_type = Some(error_type);
        self
    }
}

/// The attributes of [`IDENTITY_SIGN_IN_SIGN_OUTS`], [`IDENTITY_SIGN_IN_TWO_FACTOR_CLIENTS_FORGOTTEN`] and [`IDENTITY_SIGN_IN_TWO_FACTOR_CLIENTS_REMEMBERED`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct IdentitySignInSignOuts<'a> {
    /// `aspnetcore.authentication.scheme`, required.
    #[attribute(key = "aspnetcore.authentication.scheme")]
    pub scheme: &'a str,
    /// `aspnetcore.identity.user_type`, required.
    #[attribute(key = "aspnetcore.identity.user_type")]
    pub user_type: &'a str,
    /// `error.type`, conditionally required.
    #[attribute(key = "error.type")]
    pub error_type: Option<error::Type<'a>>,
}

impl<'a> IdentitySignInSignOuts<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(scheme: &'a str, user_type: &'a str) -> Self {
        Self { scheme, user_type, error_type: None }
    }

    /// With `error.type`.
    #[must_use]
    pub const fn error_type(mut self, error_type: error::Type<'a>) -> Self {
        self.error_type = Some(error_type);
        self
    }
}

/// The same attributes as of [`IdentitySignInSignOuts`].
pub type IdentitySignInTwoFactorClientsForgotten<'a> = IdentitySignInSignOuts<'a>;

/// The same attributes as of [`IdentitySignInSignOuts`].
pub type IdentitySignInTwoFactorClientsRemembered<'a> = IdentitySignInSignOuts<'a>;

/// The attributes of [`IDENTITY_USER_CHECK_PASSWORD_ATTEMPTS`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct IdentityUserCheckPasswordAttempts<'a> {
    /// `aspnetcore.identity.user_type`, required.
    #[attribute(key = "aspnetcore.identity.user_type")]
    pub user_type: &'a str,
    /// `aspnetcore.identity.password_check_result`, conditionally required.
    #[attribute(key = "aspnetcore.identity.password_check_result")]
    pub password_check_result: Option<aspnetcore::IdentityPasswordCheckResult<'a>>,
    /// `error.type`, conditionally required.
    #[attribute(key = "error.type")]
    pub error_type: Option<error::Type<'a>>,
}

impl<'a> IdentityUserCheckPasswordAttempts<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(user_type: &'a str) -> Self {
        Self { user_type, password_check_result: None, error_type: None }
    }

    /// With `aspnetcore.identity.password_check_result`.
    #[must_use]
    pub const fn password_check_result(
        mut self,
        password_check_result: aspnetcore::IdentityPasswordCheckResult<'a>,
    ) -> Self {
        self.password_check_result = Some(password_check_result);
        self
    }

    /// With `error.type`.
    #[must_use]
    pub const fn error_type(mut self, error_type: error::Type<'a>) -> Self {
        self.error_type = Some(error_type);
        self
    }
}

/// The attributes of [`IDENTITY_USER_CREATE_DURATION`] and [`IDENTITY_USER_DELETE_DURATION`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct IdentityUserCreateDuration<'a> {
    /// `aspnetcore.identity.user_type`, required.
    #[attribute(key = "aspnetcore.identity.user_type")]
    pub user_type: &'a str,
    /// `aspnetcore.identity.error_code`, conditionally required.
    #[attribute(key = "aspnetcore.identity.error_code")]
    pub error_code: Option<&'a str>,
    /// `aspnetcore.identity.result`, conditionally required.
    #[attribute(key = "aspnetcore.identity.result")]
    pub identity_result: Option<aspnetcore::IdentityResult<'a>>,
    /// `error.type`, conditionally required.
    #[attribute(key = "error.type")]
    pub error_type: Option<error::Type<'a>>,
}

impl<'a> IdentityUserCreateDuration<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(user_type: &'a str) -> Self {
        Self { user_type, error_code: None, identity_result: None, error_type: None }
    }

    /// With `aspnetcore.identity.error_code`.
    #[must_use]
    pub const fn error_code(mut self, error_code: &'a str) -> Self {
        self.error_code = Some(error_code);
        self
    }

    /// With `aspnetcore.identity.result`.
    #[must_use]
    pub const fn identity_result(mut self, identity_result: aspnetcore::IdentityResult<'a>) -> Self {
        self.identity_result = Some(identity_result);
        self
    }

    /// With `error.type`.
    #[must_use]
    pub const fn error_type(mut self, error_type: error::Type<'a>) -> Self {
        self.error_type = Some(error_type);
        self
    }
}

/// The same attributes as of [`IdentityUserCreateDuration`].
pub type IdentityUserDeleteDuration<'a> = IdentityUserCreateDuration<'a>;

/// The attributes of [`IDENTITY_USER_GENERATED_TOKENS`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct IdentityUserGeneratedTokens<'a> {
    /// `aspnetcore.identity.token_purpose`, required.
    #[attribute(key = "aspnetcore.identity.token_purpose")]
    pub token_purpose: aspnetcore::IdentityTokenPurpose<'a>,
    /// `aspnetcore.identity.user_type`, required.
    #[attribute(key = "aspnetcore.identity.user_type")]
    pub user_type: &'a str,
    /// `error.type`, conditionally required.
    #[attribute(key = "error.type")]
    pub error_type: Option<error::Type<'a>>,
}

impl<'a> IdentityUserGeneratedTokens<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(token_purpose: aspnetcore::IdentityTokenPurpose<'a>, user_type: &'a str) -> Self {
        Self { token_purpose, user_type, error_type: None }
    }

    /// With `error.type`.
    #[must_use]
    pub const fn error_type(mut self, error_type: error::Type<'a>) -> Self {
        self.error_type = Some(error_type);
        self
    }
}

/// The attributes of [`IDENTITY_USER_UPDATE_DURATION`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct IdentityUserUpdateDuration<'a> {
    /// `aspnetcore.identity.user.update_type`, required.
    #[attribute(key = "aspnetcore.identity.user.update_type")]
    pub update_type: aspnetcore::IdentityUserUpdateType<'a>,
    /// `aspnetcore.identity.user_type`, required.
    #[attribute(key = "aspnetcore.identity.user_type")]
    pub user_type: &'a str,
    /// `aspnetcore.identity.error_code`, conditionally required.
    #[attribute(key = "aspnetcore.identity.error_code")]
    pub error_code: Option<&'a str>,
    /// `aspnetcore.identity.result`, conditionally required.
    #[attribute(key = "aspnetcore.identity.result")]
    pub identity_result: Option<aspnetcore::IdentityResult<'a>>,
    /// `error.type`, conditionally required.
    #[attribute(key = "error.type")]
    pub error_type: Option<error::Type<'a>>,
}

impl<'a> IdentityUserUpdateDuration<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(update_type: aspnetcore::IdentityUserUpdateType<'a>, user_type: &'a str) -> Self {
        Self { update_type, user_type, error_code: None, identity_result: None, error_type: None }
    }

    /// With `aspnetcore.identity.error_code`.
    #[must_use]
    pub const fn error_code(mut self, error_code: &'a str) -> Self {
        self.error_code = Some(error_code);
        self
    }

    /// With `aspnetcore.identity.result`.
    #[must_use]
    pub const fn identity_result(mut self, identity_result: aspnetcore::IdentityResult<'a>) -> Self {
        self.identity_result = Some(identity_result);
        self
    }

    /// With `error.type`.
    #[must_use]
    pub const fn error_type(mut self, error_type: error::Type<'a>) -> Self {
        self.error_type = Some(error_type);
        self
    }
}

/// The attributes of [`IDENTITY_USER_VERIFY_TOKEN_ATTEMPTS`].
#[derive(Clone, Copy, Debug, PartialEq, Attributes)]
#[non_exhaustive]
pub struct IdentityUserVerifyTokenAttempts<'a> {
    /// `aspnetcore.identity.token_purpose`, required.
    #[attribute(key = "aspnetcore.identity.token_purpose")]
    pub token_purpose: aspnetcore::IdentityTokenPurpose<'a>,
    /// `aspnetcore.identity.user_type`, required.
    #[attribute(key = "aspnetcore.identity.user_type")]
    pub user_type: &'a str,
    /// `aspnetcore.identity.token_verified`, conditionally required.
    #[attribute(key = "aspnetcore.identity.token_verified")]
    pub token_verified: Option<aspnetcore::IdentityTokenVerified<'a>>,
    /// `error.type`, conditionally required.
    #[attribute(key = "error.type")]
    pub error_type: Option<error::Type<'a>>,
}

impl<'a> IdentityUserVerifyTokenAttempts<'a> {
    /// With the required attributes.
    #[must_use]
    pub const fn new(token_purpose: aspnetcore::IdentityTokenPurpose<'a>, user_type: &'a str) -> Self {
        Self { token_purpose, user_type, token_verified: None, error_type: None }
    }

    /// With `aspnetcore.identity.token_verified`.
    #[must_use]
    pub const fn token_verified(mut self, token_verified: aspnetcore::IdentityTokenVerified<'a>) -> Self {
        self.token_verified = Some(token_verified);
        self
    }

    /// With `error.type`.
    #[must_use]
    pub const fn error_type(mut self, error_type: error::Type<'a>) -> Self {
        self.error_type = Some(error_type);
        self
    }
}

/// The attributes of [`MEMORY_POOL_ALLOCATED`], [`MEMORY_POOL_EVICTED`], [`MEMORY_POOL_POOLED`] and [`MEMORY_POOL_RENTED`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Attributes)]
#[non_exhaustive]
pub struct MemoryPoolAllocated<'a> {
    /// `aspnetcore.memory_pool.owner`, conditionally required.
    #[attribute(key = "aspnetcore.memory_pool.owner")]
    pub owner: Option<&'a str>,
}

impl<'a> MemoryPoolAllocated<'a> {
    /// Without any attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self { owner: None }
    }

    /// With `aspnetcore.memory_pool.owner`.
    #[must_use]
    pub const fn owner(mut self, owner: &'a str) -> Self {
        self.owner = Some(owner);
        self
    }
}

/// The same attributes as of [`MemoryPoolAllocated`].
pub type MemoryPoolEvicted<'a> = MemoryPoolAllocated<'a>;

/// The same attributes as of [`MemoryPoolAllocated`].
pub type MemoryPoolPooled<'a> = MemoryPoolAllocated<'a>;

/// The same attributes as of [`MemoryPoolAllocated`].
pub type MemoryPoolRented<'a> = MemoryPoolAllocated<'a>;
