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

/** Gets, renews and gives back credentials. Knows nothing of where they are kept. */
export interface Auth {
  /**
   * Rejects with SignInError when the person or the vendor declined, SettingsError when something entered cannot
   * work or the companion cannot be reached, UnavailableError when the vendor does not answer. No error, nor any
   * cause of one, holds a token, a code or a verifier.
   */
  signIn(request: SignInRequest): Promise<Credential>;
  /**
   * A credential that works again; it replaces the one given, whose refresh token may be spent. Only OAuth credentials
   * with a refresh token can be refreshed: the caller asks the browser itself for a new browser token. Rejects with
   * SignInError when only the person can help, SettingsError when the companion's address is missing or wrong,
   * UnavailableError when nobody answers. The caller makes sure that it runs once at a time.
   */
  refresh(service: ServiceDeclaration, credential: Credential, signal: AbortSignal): Promise<Credential>;
  /**
   * Tells the vendor to forget the credential, where its sign-in method has a `revokeUrl` (RFC 7009) or the companion
   * knows of one; a pasted token is the person's own and stays. Resolves when the vendor does not know the credential any more, rejects with
   * UnavailableError when it could not be told.
   */
  revoke(service: ServiceDeclaration, credential: Credential, signal: AbortSignal): Promise<void>;
}
