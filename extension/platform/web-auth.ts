import { SettingsError } from "../../engine/errors/settings-error";
import { SignInError } from "../../engine/errors/sign-in-error";
import type { WebAuth } from "../../engine/ports/web-auth";

/** Whether this build can use Chrome's own Google sign-in. */
export function hasBrowserSignIn(): boolean {
  return chrome.runtime.getManifest().oauth2 !== undefined;
}

/** Signing in through `chrome.identity`, an optional permission that is asked for when it is first needed. */
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

/** Chrome's own words, which name no address: "The user did not approve access". */
function formatReason(cause: unknown): string {
  return cause instanceof Error ? cause.message.replace(/\.$/, "").toLowerCase() : "no reason given";
}
