import type { ServiceDeclaration, SignInMethod } from "../connectors/service";
import type { DevicePrompt, SignIn } from "../contract/sign-in";
import type { Credential } from "../model/credential";

export interface SignInRequest extends Pick<SignIn, "entered"> {
  readonly method: SignInMethod;
  /** Origin of a self-hosted vendor, which then takes the place of the endpoints' own. */
  readonly baseUrl?: string;
  readonly onDevicePrompt?: (prompt: DevicePrompt) => void;
  readonly signal: AbortSignal;
}

/** Obtains, refreshes and revokes credentials. It does not store them. */
export interface Auth {
  /**
   * Rejects with SignInError when the person or the vendor declined, SettingsError when an entered value cannot be
   * right or the companion cannot be reached, UnavailableError when the vendor does not respond. No error, nor any
   * cause of one, contains a token, a code or a verifier.
   */
  signIn(request: SignInRequest): Promise<Credential>;
  /**
   * Returns a renewed credential. It replaces the given one, whose refresh token may be invalid now. Only OAuth
   * credentials with a refresh token can be refreshed: the caller asks the browser for a new browser token. Rejects
   * with SignInError when the person must sign in again, SettingsError when the companion's address is missing or
   * wrong, UnavailableError when no server responds. The caller must not run it concurrently.
   */
  refresh(service: ServiceDeclaration, credential: Credential, signal: AbortSignal): Promise<Credential>;
  /**
   * Revokes the credential at the vendor, when its sign-in method has a `revokeUrl` (RFC 7009) or the companion has
   * one. A pasted token stays valid. Resolves when the vendor no longer accepts the credential, rejects with
   * UnavailableError when it may.
   */
  revoke(service: ServiceDeclaration, credential: Credential, signal: AbortSignal): Promise<void>;
}
