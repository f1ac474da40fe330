import fc from "fast-check";
import { expect, test } from "vitest";
import { quoteString, safeDay, stripLuceneSyntax } from "./query-text";

const HOUR = 60 * 60_000;

test("safeDay() is a day that has begun in every time zone, less than two days before", () => {
  const times = fc.integer({ min: 2 * 24 * HOUR, max: Date.UTC(2100, 0) });
  fc.assert(
    fc.property(times, fc.integer({ min: -12, max: 14 }), (time, offset) => {
      const midnight = Date.parse(`${safeDay(time, "-")}T00:00:00Z`) - offset * HOUR;
      expect(midnight).toBeLessThanOrEqual(time);
      expect(time - midnight).toBeLessThan(2 * 24 * HOUR + 2 * HOUR);
    }),
  );
});

test("safeDay() is never before the epoch", () => {
  expect(safeDay(-1, "/")).toBe("1970/01/01");
});

test("quoteString() escapes a value so that it cannot end the string", () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      expect(quoteString(value)).toMatch(/^"(?:[^"\\]|\\["\\])*"$/s);
    }),
  );
});

test("stripLuceneSyntax() removes Lucene's operators and keeps every word", () => {
  expect(stripLuceneSyntax('node.js OR "snake_case" (EX-12)?')).toBe("node.js or snake_case EX 12");
  fc.assert(
    fc.property(
      fc.string(),
      (text) => !/[+\-&|!(){}[\]^~*?\\:/"]|\b(AND|OR|NOT)\b/.test(stripLuceneSyntax(text)),
    ),
  );
});
