import { expect, test } from "vitest";
import type { SignInMethod } from "../connectors/service";
import { signInWithToken } from "./sign-in-with-token";

const METHOD: Extract<SignInMethod, { kind: "token" }> = {
  kind: "token",
  id: "token",
  label: "Use a token",
  help: "",
  createUrl: "https://vendor.example/tokens",
};
const WITH_USER = { ...METHOD, userLabel: "E-mail address" };

test("signInWithToken() keeps a token unchanged, without the white space around it", () => {
  expect(signInWithToken(METHOD, { token: " ghp_AZaz09-._~+/=\n" })).toEqual({
    kind: "token",
    token: "ghp_AZaz09-._~+/=",
  });
});

test("signInWithToken() keeps the user name where the method requires one", () => {
  const entered = { token: "abc", user: " ada@example.com " };
  expect(signInWithToken(WITH_USER, entered)).toEqual({
    kind: "token",
    token: "abc",
    user: "ada@example.com",
  });
  expect(signInWithToken(METHOD, entered)).toEqual({ kind: "token", token: "abc" });
});

test.each([
  ["nothing", undefined],
  ["an empty text", ""],
  ["white space", " \t\r\n\u00a0\ufeff"],
  ["a space inside", "Bearer secret"],
  ["a line end inside", "secret\nX-Header: 1"],
  ["a control character", "secret\u0000"],
  ["an invisible character", "\u200bsecret"],
  ["a letter no header takes", "secrét"],
])("signInWithToken() refuses %s without repeating it", (_what, token) => {
  const refused = () => signInWithToken(METHOD, token === undefined ? {} : { token });
  expect(refused).toThrow(expect.objectContaining({ code: "settings" }));
  expect(refused).not.toThrow(/secr/);
});

test.each([undefined, " ", "ada:lovelace", "ada\nlovelace"])(
  "signInWithToken() refuses the name %j where one is required, and names the field",
  (user) => {
    const refused = () => signInWithToken(WITH_USER, { token: "abc", ...(user !== undefined && { user }) });
    expect(refused).toThrow(/E-mail address/);
  },
);
