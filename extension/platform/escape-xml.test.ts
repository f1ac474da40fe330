import { expect, test } from "vitest";
import { escapeXml } from "./escape-xml";

test("escapeXml() leaves no markup and no control character", () => {
  expect(escapeXml(`<b> & "it's"\u0000\n`)).toBe("&lt;b&gt; &amp; &quot;it&apos;s&quot; ");
});

test("escapeXml() keeps an emoji and replaces half of one, which Chrome refuses as invalid XML", () => {
  expect(escapeXml("otter 🦦")).toBe("otter 🦦");
  expect(escapeXml("otter \ud83e")).toBe("otter \ufffd");
});
