import type { SignInMethod } from "../connectors/service";
import { SettingsError } from "../errors/settings-error";
import type { Credential } from "../model/credential";
import type { SignInRequest } from "./auth";

type TokenMethod = Extract<SignInMethod, { kind: "token" }>;

/** Accepts a pasted token. Throws SettingsError when it cannot be a token; the message never contains it. */
export function signInWithToken(
  { userLabel }: TokenMethod,
  { token: pasted, user: named }: SignInRequest["entered"],
): Credential {
  const token = pasted?.trim() ?? "";
  if (token === "") throw new SettingsError("Cannot sign in: paste the token");
  // Visible ASCII (RFC 6750 allows less): other characters are invalid in a header, or were copied by mistake.
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new SettingsError(
      "Cannot sign in: the token holds a space, a line end or a character that none has; copy it again",
    );
  if (userLabel === undefined) return { kind: "token", token };
  const user = named?.trim() ?? "";
  // RFC 7617: no control characters, and no colon, which ends the user name.
  if (user === "" || /[\p{Cc}:]/u.test(user))
    throw new SettingsError(`Cannot sign in: enter ${userLabel} as the service knows it`);
  return { kind: "token", token, user };
}
