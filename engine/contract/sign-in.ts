/** How the person signs in. The entered secrets go to the service worker and are never returned. */
export interface SignIn {
  /** Id of one of the connector's sign-in methods. */
  readonly methodId: string;
  /** Entered by the person: a pasted token, its user name, a client id of their own. */
  readonly entered: {
    readonly token?: string;
    readonly user?: string;
    readonly clientId?: string;
  };
}

/** What a page shows while a device sign-in waits for the person. */
export interface DevicePrompt {
  /** The code to enter at `verificationUrl`. */
  readonly userCode: string;
  readonly verificationUrl: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** How the companion server is reached. */
export interface CompanionAccess {
  /** As the person entered it, without "/v1". */
  readonly baseUrl: string;
  /** The pairing token. */
  readonly token?: string;
}
