import type { SignInMethod } from "../../../service";

/** Host of the revocation endpoint. */
export const GOOGLE_TOKEN_HOST = "https://oauth2.googleapis.com/*";

/**
 * The sign-in methods of a Google product. Google exchanges no code without a client secret, so browsers other than
 * Chrome need the companion.
 */
export function createGoogleSignIn({
  scopes,
  allows,
}: {
  readonly scopes: readonly string[];
  /** The permission in words: "read your mail". */
  readonly allows: string;
}): readonly SignInMethod[] {
  return [
    {
      kind: "browser",
      id: "browser",
      label: "Sign in with Chrome",
      help: `Uses a Google account of this Chrome profile. Allows Atlas to ${allows}, and nothing else.`,
      scopes,
      revokeUrl: "https://oauth2.googleapis.com/revoke",
    },
    {
      kind: "companion",
      id: "companion",
      label: "Sign in with Google",
      help: `For browsers other than Chrome, with the companion running. Allows Atlas to ${allows}, and nothing else.`,
      provider: "google",
      authorizeUrl: "https://accounts.google.com/o/oauth2/v2/auth",
      scopes,
      // Google issues a refresh token only for offline access, and only after a new consent.
      extraParameters: { access_type: "offline", prompt: "consent" },
    },
    {
      kind: "token",
      id: "token",
      label: "Use an access token",
      help: `Make one in Google's OAuth Playground, which opens with the right permission (to ${allows}). Google ends it after an hour; then paste a new one.`,
      createUrl: `https://developers.google.com/oauthplayground/#step1&scopes=${encodeURIComponent(scopes.join(" "))}`,
    },
  ];
}
