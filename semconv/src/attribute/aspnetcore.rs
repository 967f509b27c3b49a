// Written by `cargo run -p meterstick-semconv-gen`. Change the generator, not this file.

//! [The attributes of `aspnetcore`](https://opentelemetry.io/docs/specs/semconv/registry/attributes/aspnetcore/).

use meterstick::{AttributeValue, Key};

/// `aspnetcore.authentication.result`, in development.
pub const AUTHENTICATION_RESULT: Key<AuthenticationResult<'static>> = Key::new("aspnetcore.authentication.result");
/// `aspnetcore.authentication.scheme`, in development.
pub const AUTHENTICATION_SCHEME: Key<&'static str> = Key::new("aspnetcore.authentication.scheme");
/// `aspnetcore.authorization.policy`, in development.
pub const AUTHORIZATION_POLICY: Key<&'static str> = Key::new("aspnetcore.authorization.policy");
/// `aspnetcore.authorization.result`, in development.
pub const AUTHORIZATION_RESULT: Key<AuthorizationResult<'static>> = Key::new("aspnetcore.authorization.result");
/// `aspnetcore.diagnostics.exception.result`.
pub const DIAGNOSTICS_EXCEPTION_RESULT: Key<DiagnosticsExceptionResult<'static>> =
    Key::new("aspnetcore.diagnostics.exception.result");
/// `aspnetcore.diagnostics.handler.type`.
pub const DIAGNOSTICS_HANDLER_TYPE: Key<&'static str> = Key::new("aspnetcore.diagnostics.handler.type");
/// `aspnetcore.identity.error_code`, in development.
pub const IDENTITY_ERROR_CODE: Key<&'static str> = Key::new("aspnetcore.identity.error_code");
/// `aspnetcore.identity.password_check_result`, in development.
pub const IDENTITY_PASSWORD_CHECK_RESULT: Key<IdentityPasswordCheckResult<'static>> =
    Key::new("aspnetcore.identity.password_check_result");
/// `aspnetcore.identity.result`, in development.
pub const IDENTITY_RESULT: Key<IdentityResult<'static>> = Key::new("aspnetcore.identity.result");
/// `aspnetcore.identity.sign_in.result`, in development.
pub const IDENTITY_SIGN_IN_RESULT: Key<IdentitySignInResult<'static>> = Key::new("aspnetcore.identity.sign_in.result");
/// `aspnetcore.identity.sign_in.type`, in development.
pub const IDENTITY_SIGN_IN_TYPE: Key<IdentitySignInType<'static>> = Key::new("aspnetcore.identity.sign_in.type");
/// `aspnetcore.identity.token_purpose`, in development.
pub const IDENTITY_TOKEN_PURPOSE: Key<IdentityTokenPurpose<'static>> = Key::new("aspnetcore.identity.token_purpose");
/// `aspnetcore.identity.token_verified`, in development.
pub const IDENTITY_TOKEN_VERIFIED: Key<IdentityTokenVerified<'static>> = Key::new("aspnetcore.identity.token_verified");
/// `aspnetcore.identity.user.update_type`, in development.
pub const IDENTITY_USER_UPDATE_TYPE: Key<IdentityUserUpdateType<'static>> =
    Key::new("aspnetcore.identity.user.update_type");
/// `aspnetcore.identity.user_type`, in development.
pub const IDENTITY_USER_TYPE: Key<&'static str> = Key::new("aspnetcore.identity.user_type");
/// `aspnetcore.memory_pool.owner`, in development.
pub const MEMORY_POOL_OWNER: Key<&'static str> = Key::new("aspnetcore.memory_pool.owner");
/// `aspnetcore.rate_limiting.policy`.
pub const RATE_LIMITING_POLICY: Key<&'static str> = Key::new("aspnetcore.rate_limiting.policy");
/// `aspnetcore.rate_limiting.result`.
pub const RATE_LIMITING_RESULT: Key<RateLimitingResult<'static>> = Key::new("aspnetcore.rate_limiting.result");
/// `aspnetcore.routing.is_fallback`.
pub const ROUTING_IS_FALLBACK: Key<bool> = Key::new("aspnetcore.routing.is_fallback");
/// `aspnetcore.routing.match_status`.
pub const ROUTING_MATCH_STATUS: Key<RoutingMatchStatus<'static>> = Key::new("aspnetcore.routing.match_status");
/// `aspnetcore.sign_in.is_persistent`, in development.
pub const SIGN_IN_IS_PERSISTENT: Key<bool> = Key::new("aspnetcore.sign_in.is_persistent");
/// `aspnetcore.user.is_authenticated`.
pub const USER_IS_AUTHENTICATED: Key<bool> = Key::new("aspnetcore.user.is_authenticated");

/// The values of `aspnetcore.authentication.result`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum AuthenticationResult<'a> {
    /// `success`.
    Success,
    /// `failure`.
    Failure,
    /// `none`.
    None,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `aspnetcore.authorization.result`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum AuthorizationResult<'a> {
    /// `success`.
    Success,
    /// `failure`.
    Failure,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `aspnetcore.diagnostics.exception.result`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum DiagnosticsExceptionResult<'a> {
    /// `handled`.
    Handled,
    /// `unhandled`.
    Unhandled,
    /// `skipped`.
    Skipped,
    /// `aborted`.
    Aborted,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `aspnetcore.identity.password_check_result`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum IdentityPasswordCheckResult<'a> {
    /// `success`.
    Success,
    /// `success_rehash_needed`.
    SuccessRehashNeeded,
    /// `failure`.
    Failure,
    /// `password_missing`.
    PasswordMissing,
    /// `user_missing`.
    UserMissing,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `aspnetcore.identity.result`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum IdentityResult<'a> {
    /// `success`.
    Success,
    /// `failure`.
    Failure,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `aspnetcore.identity.sign_in.result`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum IdentitySignInResult<'a> {
    /// `success`.
    Success,
    /// `locked_out`.
    LockedOut,
    /// `not_allowed`.
    NotAllowed,
    /// `requires_two_factor`.
    RequiresTwoFactor,
    /// `failure`.
    Failure,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `aspnetcore.identity.sign_in.type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum IdentitySignInType<'a> {
    /// `password`.
    Password,
    /// `two_factor_recovery_code`.
    TwoFactorRecoveryCode,
    /// `two_factor_authenticator`.
    TwoFactorAuthenticator,
    /// `two_factor`.
    TwoFactor,
    /// `external`.
    External,
    /// `passkey`.
    Passkey,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `aspnetcore.identity.token_purpose`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum IdentityTokenPurpose<'a> {
    /// `reset_password`.
    ResetPassword,
    /// `change_phone_number`.
    ChangePhoneNumber,
    /// `email_confirmation`.
    EmailConfirmation,
    /// `change_email`.
    ChangeEmail,
    /// `two_factor`.
    TwoFactor,
    /// `_OTHER`.
    #[attribute(rename = "_OTHER")]
    Other,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `aspnetcore.identity.token_verified`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum IdentityTokenVerified<'a> {
    /// `success`.
    Success,
    /// `failure`.
    Failure,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `aspnetcore.identity.user.update_type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum IdentityUserUpdateType<'a> {
    /// `update`.
    Update,
    /// `user_name`.
    UserName,
    /// `add_password`.
    AddPassword,
    /// `change_password`.
    ChangePassword,
    /// `security_stamp`.
    SecurityStamp,
    /// `reset_password`.
    ResetPassword,
    /// `remove_login`.
    RemoveLogin,
    /// `add_login`.
    AddLogin,
    /// `add_claims`.
    AddClaims,
    /// `replace_claim`.
    ReplaceClaim,
    /// `remove_claims`.
    RemoveClaims,
    /// `add_to_roles`.
    AddToRoles,
    /// `remove_from_roles`.
    RemoveFromRoles,
    /// `set_email`.
    SetEmail,
    /// `confirm_email`.
    ConfirmEmail,
    /// `password_rehash`.
    PasswordRehash,
    /// `remove_password`.
    RemovePassword,
    /// `change_email`.
    ChangeEmail,
    /// `set_phone_number`.
    SetPhoneNumber,
    /// `change_phone_number`.
    ChangePhoneNumber,
    /// `set_two_factor_enabled`.
    SetTwoFactorEnabled,
    /// `set_lockout_enabled`.
    SetLockoutEnabled,
    /// `set_lockout_end_date`.
    SetLockoutEndDate,
    /// `access_failed`.
    AccessFailed,
    /// `reset_access_failed_count`.
    ResetAccessFailedCount,
    /// `set_authentication_token`.
    SetAuthenticationToken,
    /// `remove_authentication_token`.
    RemoveAuthenticationToken,
    /// `reset_authenticator_key`.
    ResetAuthenticatorKey,
    /// `generate_new_two_factor_recovery_codes`.
    GenerateNewTwoFactorRecoveryCodes,
    /// `redeem_two_factor_recovery_code`.
    RedeemTwoFactorRecoveryCode,
    /// `set_passkey`.
    SetPasskey,
    /// `remove_passkey`.
    RemovePasskey,
    /// `_OTHER`.
    #[attribute(rename = "_OTHER")]
    Other,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `aspnetcore.rate_limiting.result`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum RateLimitingResult<'a> {
    /// `acquired`.
    Acquired,
    /// `endpoint_limiter`.
    EndpointLimiter,
    /// `global_limiter`.
    GlobalLimiter,
    /// `request_canceled`.
    RequestCanceled,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}

/// The values of `aspnetcore.routing.match_status`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AttributeValue)]
#[non_exhaustive]
pub enum RoutingMatchStatus<'a> {
    /// `success`.
    Success,
    /// `failure`.
    Failure,
    /// A value that the registry does not have.
    #[attribute(other)]
    Custom(&'a str),
}
