import type { AtlasError } from "../errors/atlas-error";
import { SettingsError } from "../errors/settings-error";
import { SignInError } from "../errors/sign-in-error";
import { UnavailableError } from "../errors/unavailable-error";

/** Errors after which the same request may succeed. */
export const TRANSIENT_ERRORS: ReadonlySet<string> = new Set([
  "server_error",
  "slow_down",
  "temporarily_unavailable",
]);

/**
 * The error of a refused sign-in, for the person. `name` is an error of RFC 6749 or RFC 8628. An unknown name is not
 * part of the message, because the vendor chooses it.
 */
export function toOAuthError(name: string | undefined, host: string): AtlasError {
  const cannot = `Cannot sign in at ${host}`;
  if (name !== undefined && TRANSIENT_ERRORS.has(name))
    return new UnavailableError(`${cannot}: it is busy, try again`);
  switch (name) {
    case "access_denied":
      return new SignInError(`${cannot}: it was declined`);
    case "expired_token":
      return new SignInError(`${cannot}: the code was not entered in time, try again`);
    case "invalid_client":
    case "unauthorized_client":
      return new SettingsError(
        `${cannot}: check that the client id is right and that the app allows this sign-in and redirect address`,
      );
    case "invalid_scope":
      return new SettingsError(`${cannot}: the app there lacks a permission that Atlas asks for`);
    default:
      return new SignInError(`${cannot}: it refused, try again`);
  }
}
