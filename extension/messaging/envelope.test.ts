import { expect, test } from "vitest";
import { isEnvelope, unwrap } from "./envelope";

test("isEnvelope() takes only messages addressed to a context of ours", () => {
  expect(isEnvelope({ to: "background", name: "vault-lock", request: {} })).toBe(true);
  expect(isEnvelope({ to: "nobody", name: "suggest" })).toBe(false);
  expect(isEnvelope({ to: "background" })).toBe(false);
  expect(isEnvelope("engine")).toBe(false);
  expect(isEnvelope(null)).toBe(false);
});

test("unwrap() rejects with the code and the message of a failed reply", () => {
  const reply = { ok: false, error: { code: "permission", message: "Allow the folder again" } } as const;
  expect(() => unwrap(reply, "source-sync")).toThrow(
    expect.objectContaining({ code: "permission", message: "Allow the folder again" }),
  );
});

test("unwrap() says which message nobody answered", () => {
  expect(() => unwrap(undefined, "suggest")).toThrow(/"suggest".*no reply/);
});
