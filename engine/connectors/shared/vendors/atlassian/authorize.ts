import type { Credential } from "../../../../model/credential";

/**
 * Basic with e-mail address and API token for a cloud site; Bearer for OAuth and for the personal access tokens
 * of Data Center, which go without a name.
 */
export function authorize(headers: Headers, credential: Credential): void {
  if (credential.kind === "token") {
    const { user, token } = credential;
    headers.set("Authorization", user ? `Basic ${toBase64(`${user}:${token}`)}` : `Bearer ${token}`);
  } else if (credential.kind === "oauth") {
    headers.set("Authorization", `Bearer ${credential.accessToken}`);
  }
}

/** `btoa` takes Latin-1 only; an e-mail address may hold more. */
function toBase64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
