import * as fc from "fast-check";
import { expect, test } from "vitest";
import { escapeXml } from "./escape-xml";

test("escapeXml() leaves no markup and no control character", () => {
  expect(escapeXml(`<b> & "it's"\u0000\n`)).toBe("&lt;b&gt; &amp; &quot;it&apos;s&quot; ");
});

test("escapeXml() keeps an emoji and replaces half of one, which Chrome refuses as invalid XML", () => {
  expect(escapeXml("otter 🦦")).toBe("otter 🦦");
  expect(escapeXml("otter \ud83e")).toBe("otter \ufffd");
});

test("escapeXml() leaves only what XML 1.0 allows, whatever it is given", () => {
  const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
  const odd = fc.constantFrom("\ud83e", "\udda6", "\ufffe", "\uffff", "\u0000", "&", "<", "]]>");
  fc.assert(
    fc.property(fc.string({ unit: fc.oneof(unit, odd) }), (text) => {
      expect(escapeXml(text)).toMatch(/^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
    }),
  );
});
