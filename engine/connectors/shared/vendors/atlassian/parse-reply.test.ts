import { expect, test } from "vitest";
import * as z from "zod";
import { parseReply } from "./parse-reply";

const schema = z.object({ ok: z.boolean() });

test.each([
  [400, { errorMessages: ["No such project"] }, "settings", '"No such project" (status is 400)'],
  [404, { errors: [{ title: "Not Found", detail: null }] }, "settings", '"Not Found" (status is 404)'],
  [403, { message: "Not you", statusCode: 403 }, "permission", '"Not you" (status is 403)'],
  [401, { message: "scope does not match" }, "permission", '"scope does not match" (status is 401)'],
  [404, "<html>", "unavailable", "status is 404"],
  [409, "<html>", "unavailable", "status is 409"],
])(
  "parseReply() maps status %i to an error with the vendor's message",
  async (status, body, code, reason) => {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const reply = parseReply(new Response(text, { status }), { schema, from: "Jira" });
    await expect(reply).rejects.toMatchObject({ code, message: expect.stringContaining(reason) });
  },
);

test.each([400, 404, 410])(
  "parseReply() takes status %i after a page token for an expired token",
  async (status) => {
    const reply = parseReply(new Response("{}", { status }), { schema, from: "Jira", token: "t" });
    await expect(reply).rejects.toMatchObject({ code: "expired-cursor" });
  },
);

test("parseReply() returns the fields of a successful reply", async () => {
  expect(await parseReply(Response.json({ ok: true, more: 1 }), { schema, from: "Jira" })).toEqual({
    ok: true,
  });
});
