import type { Credential } from "../../../../model/credential";

/**
 * Basic authentication with e-mail address and API token for a cloud site; Bearer for OAuth and for the personal
 * access tokens of Data Center, which have no user name.
 */
export function authorize(headers: Headers, credential: Credential): void {
  if (credential.kind === "token") {
    const { user, token } = credential;
    headers.set("Authorization", user ? `Basic ${toBase64(`${user}:${token}`)}` : `Bearer ${token}`);
  } else if (credential.kind === "oauth") {
    headers.set("Authorization", `Bearer ${credential.accessToken}`);
  }
}

/** `btoa` accepts Latin-1 only; an e-mail address may contain other characters. */
function toBase64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
