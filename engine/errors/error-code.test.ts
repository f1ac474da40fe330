import { expect, test } from "vitest";
import { EngineGoneError } from "./engine-gone-error";
import { codeOf, hasCode } from "./error-code";

test("codeOf() reads the code of an error of any class", () => {
  expect(codeOf(new EngineGoneError("Gone"))).toBe("engine-gone");
  expect(codeOf(Object.assign(new Error("Gone"), { code: "engine-gone" }))).toBe("engine-gone");
});

test("codeOf() is aborted for every AbortError", () => {
  expect(codeOf(new DOMException("Stop", "AbortError"))).toBe("aborted");
});

test.each([[new Error("x")], [Object.assign(new Error("x"), { code: "ENOENT" })], ["x"], [null]])(
  "codeOf(%j) is bug",
  (thrown) => {
    expect(codeOf(thrown)).toBe("bug");
  },
);

test("hasCode() compares codes", () => {
  expect(hasCode(new EngineGoneError("Gone"), "engine-gone")).toBe(true);
  expect(hasCode(new EngineGoneError("Gone"), "bug")).toBe(false);
});
