import { expect, test } from "vitest";
import * as z from "zod";
import { isoTime, optional, validOnes } from "./reply-fields";

test.each([
  ["2021-01-18T23:45:00.000+0100", Date.UTC(2021, 0, 18, 22, 45)],
  ["2021-01-18T23:45:00-03:30", Date.UTC(2021, 0, 19, 3, 15)],
  ["2021-01-18T23:45:00.000Z", Date.UTC(2021, 0, 18, 23, 45)],
])("isoTime accepts %s", (text, time) => {
  expect(isoTime.parse(text)).toBe(time);
});

test.each(["", "yesterday", "2021-13-40", 7, null])("isoTime rejects %j", (value) => {
  expect(isoTime.safeParse(value).success).toBe(false);
});

test("optional() omits what is invalid or missing", () => {
  const field = optional(isoTime);
  expect([undefined, 7, "no"].map((value) => field.parse(value))).toEqual([undefined, undefined, undefined]);
  expect(field.parse("1970-01-01T00:00:01Z")).toBe(1_000);
});

test("validOnes() keeps the valid elements of a list", () => {
  expect(validOnes(z.string()).parse(["a", null, 7, "b"])).toEqual(["a", "b"]);
  expect(validOnes(z.string()).safeParse("a").success).toBe(false);
});
