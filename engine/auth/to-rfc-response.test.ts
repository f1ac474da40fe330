import { expect, test } from "vitest";
import { REPLY_FORMATS } from "./testing/dialects";
import { toRfcResponse } from "./to-rfc-response";

const read = async (body: unknown, status = 200, dialect: keyof typeof REPLY_FORMATS = "rfc") => {
  const reply = toRfcResponse({ status, body }, REPLY_FORMATS[dialect]);
  return reply && { status: reply.status, body: await reply.json() };
};

test.each([
  [
    "RFC 6749's",
    { access_token: "a", token_type: "Bearer", expires_in: 3600, refresh_token: "r", scope: "read" },
    { access_token: "a", token_type: "bearer", expires_in: 3600, refresh_token: "r" },
  ],
  [
    "Linear's, with scopes in an array and the lifetime as text",
    { access_token: "a", token_type: "Bearer", expires_in: "86399", scope: ["read"] },
    { access_token: "a", token_type: "bearer", expires_in: 86399 },
  ],
  [
    "GitHub's, with empty fields where tokens do not end",
    { access_token: "a", token_type: "bearer", expires_in: 0, refresh_token: "", scope: "" },
    { access_token: "a", token_type: "bearer" },
    "github",
  ],
  [
    "Slack's, with the person's token apart from the bot's",
    {
      ok: true,
      access_token: "bot",
      expires_in: 1,
      authed_user: { id: "U1", access_token: "a", token_type: "user" },
    },
    { access_token: "a", token_type: "bearer" },
    "slack",
  ],
  [
    "Slack's, with no token of the person's",
    { ok: true, access_token: "bot", token_type: "bot", authed_user: { id: "U1" } },
    { token_type: "bearer" },
    "slack",
  ],
  [
    "one with an ID token, which nobody here reads",
    { access_token: "a", id_token: "x.y.z" },
    { access_token: "a", token_type: "bearer" },
  ],
] as const)(
  "toRfcResponse() converts a token reply to the form of RFC 6749: %s",
  async (_whose, body, expected, dialect?: keyof typeof REPLY_FORMATS) => {
    expect(await read(body, 200, dialect)).toEqual({ status: 200, body: expected });
  },
);

test.each([
  [
    200,
    { error: "bad_verification_code", error_description: "…", error_uri: "…" },
    "invalid_grant",
    "github",
  ],
  [200, { ok: false, error: "invalid_refresh_token" }, "invalid_grant", "slack"],
  [401, { error: "invalid_client" }, "invalid_client"],
  [200, { error: "authorization_pending" }, "authorization_pending"],
  [400, { error: "something_else" }, "something_else"],
] as const)(
  "toRfcResponse() gives an error with status %i and %j the status and name of RFC 6749",
  async (status, body, error, dialect?: keyof typeof REPLY_FORMATS) => {
    expect(await read(body, status, dialect)).toEqual({ status: 400, body: { error } });
  },
);

test.each([
  [200, undefined],
  [200, "text"],
  [200, []],
  [403, { message: "Forbidden" }],
  [404, { access_token: "a" }],
  [400, { error: { code: 400 } }],
])("toRfcResponse() accepts status %i with %j as no OAuth reply", async (status, body) => {
  expect(await read(body, status)).toBeUndefined();
});
