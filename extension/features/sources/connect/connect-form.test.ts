import { expect, it } from "vitest";
import { connectors } from "../../../../engine/connectors/registry";
import { connectFields, needsRedirectUrl, toSignIn } from "./connect-form";

const methods = connectors.flatMap(({ declaration }) =>
  (declaration.service?.signIn ?? []).map((method) => ({ declaration, method })),
);

it("asks for a client id wherever it shows the redirect URL, and not for a token", () => {
  expect(methods.length).toBeGreaterThan(0);
  for (const { declaration, method } of methods) {
    const names = connectFields(declaration, method, { again: false }).map(({ name }) => name);
    if (needsRedirectUrl(method)) expect(names).toContain("clientId");
    if (method.kind === "token") expect(names).not.toContain("clientId");
  }
});

it.each([
  ["pkce", true],
  ["companion", true],
  ["device", false],
  ["browser", false],
  ["token", false],
])("shows the redirect URL for %s: %s", (kind, shown) => {
  const found = methods.filter(({ method }) => method.kind === kind);
  expect(found.length).toBeGreaterThan(0);
  expect(found.every(({ method }) => needsRedirectUrl(method) === shown)).toBe(true);
});

it("asks for the companion's address and token, and sends neither to the vendor's sign-in", () => {
  const companions = methods.filter(({ method }) => method.kind === "companion");
  expect(companions.length).toBeGreaterThan(0);
  for (const { declaration, method } of companions) {
    const names = connectFields(declaration, method, { again: false }).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["companionUrl", "companionToken"]));
    const fields = { companionUrl: "http://127.0.0.1:8787", companionToken: "pairing", clientId: "app" };
    const { signIn, settings } = toSignIn(declaration, { method, fields });
    expect(signIn.entered).toEqual({ clientId: "app" });
    expect(settings).toEqual({});
  }
});
