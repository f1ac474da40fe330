/** How the person signs in. What was entered goes to the service worker and never comes back. */
export interface SignIn {
  /** Id of one of the connector's sign-in methods. */
  readonly methodId: string;
  /** Entered by the person: the pasted token, the name with it, a client id of their own. */
  readonly entered: {
    readonly token?: string;
    readonly user?: string;
    readonly clientId?: string;
  };
}

/** What the person is shown while a device sign-in waits for them. */
export interface DevicePrompt {
  /** To be typed at `verificationUrl`. */
  readonly userCode: string;
  readonly verificationUrl: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** How the companion server is reached. */
export interface CompanionAccess {
  /** As the person entered it, without "/v1". */
  readonly baseUrl: string;
  /** What it was paired with. */
  readonly token?: string;
}
