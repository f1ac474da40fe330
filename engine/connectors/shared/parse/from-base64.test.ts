import { expect, test } from "vitest";
import { fromBase64 } from "./from-base64";

test.each([
  ["aGk=", [104, 105]],
  ["aGk", [104, 105]],
  ["a\nGk\n", [104, 105]],
  ["_-7_", [255, 238, 255]],
  ["", []],
])("fromBase64() decodes %j", (text, bytes) => {
  expect([...(fromBase64(text) ?? [])]).toEqual(bytes);
});

test.each(["%%%", "a", "größe"])("fromBase64() rejects %j", (text) => {
  expect(fromBase64(text)).toBeUndefined();
});
