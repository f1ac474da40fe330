import type { ServiceDeclaration, SignInMethod } from "../connectors/service";
import type { Credential } from "../model/credential";

/** What the person is shown while a device sign-in waits for them. */
export interface DevicePrompt {
  /** To be typed at `verificationUrl`. */
  readonly userCode: string;
  readonly verificationUrl: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

export interface SignInRequest {
  readonly method: SignInMethod;
  /** Entered by the person: the pasted token, the name with it, a client id of their own. */
  readonly entered: {
    readonly token?: string;
    readonly user?: string;
    readonly clientId?: string;
  };
  /** Origin of a self-hosted vendor, which then takes the place of the endpoints' own. */
  readonly baseUrl?: string;
  readonly onDevicePrompt?: (prompt: DevicePrompt) => void;
  readonly signal: AbortSignal;
}

/** Gets, renews and gives back credentials. Knows nothing of where they are kept. */
export interface Auth {
  /**
   * Rejects with SignInError when the person or the vendor declined, SettingsError when something entered cannot
   * work, UnavailableError when the vendor or the companion does not answer.
   */
  signIn(request: SignInRequest): Promise<Credential>;
  /**
   * A credential that works again, or SignInError when only the person can help. The caller makes sure that it
   * runs once at a time.
   */
  refresh(service: ServiceDeclaration, credential: Credential, signal: AbortSignal): Promise<Credential>;
  /** Tells the vendor to forget the credential, where it can be told. Rejects with UnavailableError. */
  revoke(service: ServiceDeclaration, credential: Credential, signal: AbortSignal): Promise<void>;
}
