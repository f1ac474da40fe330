import { expect, test } from "vitest";
import { fragmentToMarkdown } from "./fragment-to-markdown";

const convert = (html: string) => fragmentToMarkdown(html, undefined);

test("normaliseDefinitions() makes an item of each term with its definitions", () => {
  const html =
    "<dl><dt>Anode</dt><dd>a block of <b>zinc</b></dd><dt>Pump:</dt><dt>Impeller</dt><dd>rubber</dd><dd>6 blades</dd></dl>";
  expect(convert(html)).toBe("- **Anode:** a block of **zinc**\n- **Pump, Impeller:** rubber; 6 blades");
});

test("normaliseDefinitions() reads terms that are grouped", () => {
  const html =
    "<dl><div><dt>Phone</dt><dd><p>030 1</p></dd></div><div><dt>Mail</dt><dd>a@x.example</dd></div></dl>";
  expect(convert(html)).toBe("- **Phone:** 030 1\n- **Mail:** a@x.example");
});

test("normaliseDefinitions() leaves long definitions as paragraphs", () => {
  expect(convert("<dl><dt>open()</dt><dd><p>Opens.</p><p>Then waits.</p></dd></dl>")).toBe(
    "open()\n\nOpens.\n\nThen waits.",
  );
});
