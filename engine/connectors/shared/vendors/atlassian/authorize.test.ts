import { expect, test } from "vitest";
import type { Credential } from "../../../../model/credential";
import { authorize } from "./authorize";

function headerFor(credential: Credential): string | null {
  const headers = new Headers();
  authorize(headers, credential);
  return headers.get("Authorization");
}

test("authorize() sends an API token with its e-mail address, in any script", () => {
  const header = headerFor({ kind: "token", user: "jürgen@example.com", token: "secret" });
  const bytes = Uint8Array.from(atob(header?.replace("Basic ", "") ?? ""), (letter) => letter.charCodeAt(0));
  expect(new TextDecoder().decode(bytes)).toBe("jürgen@example.com:secret");
});

test("authorize() sends a token without a name, or of OAuth, as a bearer token", () => {
  expect(headerFor({ kind: "token", token: "secret" })).toBe("Bearer secret");
  const oauth = { kind: "oauth", method: "oauth", clientId: "1", accessToken: "access" } as const;
  expect(headerFor(oauth)).toBe("Bearer access");
});
