import type { SignInMethod } from "../../../service";

/** Takes tokens back. */
export const GOOGLE_TOKEN_HOST = "https://oauth2.googleapis.com/*";

/**
 * Ways to sign in to one of Google's products. Google exchanges no code without a secret, so that outside Chrome
 * the companion has to.
 */
export function createGoogleSignIn({
  scopes,
  allows,
}: {
  readonly scopes: readonly string[];
  /** What the person gives: "read your mail". */
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
      // Google gives a refresh token only when asked for offline access, and only on a fresh consent.
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
