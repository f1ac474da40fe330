import { SettingsError } from "../../engine/errors/settings-error";
import { SignInError } from "../../engine/errors/sign-in-error";
import type { WebAuth } from "../../engine/ports/web-auth";

/** True when this build supports Chrome's Google sign-in. */
export function hasBrowserSignIn(): boolean {
  return chrome.runtime.getManifest().oauth2 !== undefined;
}

/** Sign-in through `chrome.identity`, an optional permission that is requested at the first use. */
export const webAuth: WebAuth = {
  get redirectUrl() {
    return `https://${chrome.runtime.id}.chromiumapp.org/`;
  },
  launch: async (url, { interactive }) => {
    try {
      const redirected = await chrome.identity.launchWebAuthFlow({ url, interactive });
      if (redirected) return redirected;
    } catch (cause) {
      throw new SignInError(`The sign-in did not finish: ${formatReason(cause)}; try again`, { cause });
    }
    throw new SignInError("The sign-in did not finish: its window was closed; try again");
  },
  browserToken: async (scopes, { interactive }) => {
    if (!hasBrowserSignIn()) {
      throw new SettingsError("This copy of Atlas has no Google client: choose another way to sign in");
    }
    try {
      const { token } = await chrome.identity.getAuthToken({ interactive, scopes: [...scopes] });
      if (token) return token;
    } catch (cause) {
      throw new SignInError(`Chrome gave no Google sign-in: ${formatReason(cause)}`, { cause });
    }
    throw new SignInError("Chrome gave no Google sign-in: sign in to Chrome first");
  },
  forgetBrowserToken: async (token) => {
    await chrome.identity.removeCachedAuthToken({ token });
  },
};

/** The message of Chrome, which contains no URL: "The user did not approve access". */
function formatReason(cause: unknown): string {
  return cause instanceof Error ? cause.message.replace(/\.$/, "").toLowerCase() : "no reason given";
}
