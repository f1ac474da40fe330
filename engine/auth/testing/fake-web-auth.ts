import { SignInError } from "../../errors/sign-in-error";
import type { WebAuth } from "../../ports/web-auth";

export interface FakeWebAuth extends WebAuth {
  /** Addresses of the opened pages. */
  readonly shown: readonly string[];
  /** Changes the redirect addresses before they are returned, as an attacker would. */
  tamper(change: (address: URL) => string): void;
  /** The token of the browser's account; undefined when the person has not signed in to it. */
  setBrowserToken(token: string | undefined): void;
}

export const REDIRECT_URL = "https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/";

/** A browser that follows the vendor's redirect as soon as its page opens. */
export function createFakeWebAuth(visit: (request: Request) => Promise<Response>): FakeWebAuth {
  const shown: string[] = [];
  let change = (address: URL) => address.href;
  let browserToken: string | undefined;
  let forgotten = false;
  return {
    redirectUrl: REDIRECT_URL,
    shown,
    launch: async (url) => {
      shown.push(url);
      const location = (await visit(new Request(url))).headers.get("location");
      // Chrome's message when the person closes the window.
      if (location === null) throw new Error("The user did not approve access.");
      return change(new URL(location));
    },
    browserToken: async () => {
      if (browserToken === undefined) throw new SignInError("Cannot sign in: no account in this browser");
      return forgotten ? `${browserToken}-renewed` : browserToken;
    },
    forgetBrowserToken: async (token) => {
      forgotten ||= token === browserToken;
    },
    tamper: (next) => {
      change = next;
    },
    setBrowserToken: (token) => {
      browserToken = token;
      forgotten = false;
    },
  };
}
