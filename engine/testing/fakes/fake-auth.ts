import type { Auth } from "../../auth/auth";
import { SignInError } from "../../errors/sign-in-error";
import type { Credential } from "../../model/credential";

export interface FakeAuth extends Auth {
  /** Revoked credentials. */
  readonly revoked: readonly Credential[];
}

/** Accepts any input, renews nothing, and records what it revokes. */
export function createFakeAuth(): FakeAuth {
  const revoked: Credential[] = [];
  return {
    revoked,
    signIn: async ({ entered: { token, user } }) => {
      if (!token) throw new SignInError("Cannot sign in: enter a token");
      return { kind: "token", token, ...(user !== undefined && { user }) };
    },
    refresh: () => Promise.reject(new SignInError("Cannot renew the sign-in: sign in again")),
    revoke: async (_service, credential) => {
      revoked.push(credential);
    },
  };
}
