import { expect, test } from "vitest";
import { convertHtml } from "./convert-html";
import { fragmentToMarkdown } from "./fragment-to-markdown";

const convert = (html: string) => fragmentToMarkdown(html, undefined);

test("normaliseDefinitions() makes a paragraph of each term with its definitions", () => {
  const html =
    "<dl><dt>Anode</dt><dd>a block of <b>zinc</b></dd><dt>Pump:</dt><dt>Impeller</dt><dd>rubber</dd><dd>6 blades</dd></dl>";
  expect(convert(html)).toBe("**Anode:** a block of **zinc**\n\n**Pump, Impeller:** rubber; 6 blades");
});

test("normaliseDefinitions() reads terms that are grouped", () => {
  const html =
    "<dl><div><dt>Phone</dt><dd><p>030 1</p></dd></div><div><dt>Mail</dt><dd>a@x.example</dd></div></dl>";
  expect(convert(html)).toBe("**Phone:** 030 1\n\n**Mail:** a@x.example");
});

test("normaliseDefinitions() leaves long definitions as paragraphs", () => {
  expect(convert("<dl><dt>open()</dt><dd><p>Opens.</p><p>Then waits.</p></dd></dl>")).toBe(
    "open()\n\nOpens.\n\nThen waits.",
  );
});

test("convertHtml() keeps terms and definitions of a page with a main content", () => {
  const prose = `<p>${"Words of the page that are many. ".repeat(9)}</p>`;
  const terms = "<dl><dt>Anode</dt><dd>zinc</dd><dt>Pump</dt><dd>rubber</dd></dl>";
  const page = `<html><body><article><h1>Parts</h1>${prose}${terms}${prose}</article></body></html>`;
  expect(convertHtml(page, "https://example.com/").text).toContain("**Anode:** zinc\n\n**Pump:** rubber");
});
