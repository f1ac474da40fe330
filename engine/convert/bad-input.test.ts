import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { convert } from "./convert-document";
import { makeDocx, paragraph } from "./testing/make-docx";
import { makePdf } from "./testing/make-pdf";
import { sourceFile, sourceText } from "./testing/source-file";

const skips = (message: string) => ({ code: "skip-item", message });

describe("convert() skips", () => {
  it("an empty file and one of whitespace only", async () => {
    await expect(convert(sourceFile("a.txt", ""))).rejects.toMatchObject(skips('"a.txt" is empty'));
    await expect(convert(sourceFile("a.md", " \r\n\t\n"))).rejects.toMatchObject(
      skips('"a.md" holds no text'),
    );
  });

  it("a page without text", async () => {
    const html =
      "<html><head><title>App</title></head><body><script>run()</script><img src=a.png></body></html>";
    await expect(convert(sourceText("text/html", html))).rejects.toMatchObject(skips('"Page" holds no text'));
  });

  it("binary content with a text ending", async () => {
    const bytes = Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256);
    await expect(convert(sourceFile("data.txt", bytes))).rejects.toMatchObject(
      skips('"data.txt" is not text'),
    );
    await expect(convert(sourceFile("data.ts", bytes))).rejects.toMatchObject(skips('"data.ts" is not text'));
  });

  it("images, archives and programs by signature, whatever their name", async () => {
    const named = (name: string, head: string) =>
      convert(
        sourceFile(
          name,
          Uint8Array.from(head, (letter) => letter.charCodeAt(0)),
        ),
      );
    await expect(named("a.txt", "\x89PNG\r\n\x1a\n0000")).rejects.toMatchObject(skips('"a.txt" is an image'));
    await expect(named("a.md", "PK\x03\x04000000")).rejects.toMatchObject(skips('"a.md" is an archive'));
    await expect(named("a", "\x7fELF0000")).rejects.toMatchObject(skips('"a" is a program'));
    await expect(named("a.log", "\x1f\x8b\x08000")).rejects.toMatchObject(skips('"a.log" is an archive'));
  });

  it("unreadable kinds by their name, with the remedy", async () => {
    await expect(convert(sourceFile("a.key", "PK\x03\x04"))).rejects.toMatchObject(
      skips('"a.key" is a Keynote presentation; export it as PPTX'),
    );
    await expect(convert(sourceFile("a.mp3", "x"))).rejects.toMatchObject(skips('"a.mp3" is an audio file'));
  });

  it("a file of 300 MB before reading it", async () => {
    const read: PropertyKey[] = [];
    const bytes = new Proxy(new Uint8Array(), {
      get: (_, name) => {
        read.push(name);
        return name === "length" ? 300 * 1024 * 1024 : undefined;
      },
    });
    await expect(convert(sourceFile("huge.txt", bytes))).rejects.toMatchObject(
      skips('"huge.txt" is 300 MB; Atlas reads files up to 64 MB'),
    );
    expect(new Set(read)).toEqual(new Set(["length"]));
  });
});

describe("convert() survives", () => {
  const deep = (open: string, close: string, times: number) =>
    `<html><body><p>before</p>${open.repeat(times)}inside${close.repeat(times)}<p>after</p></body></html>`;

  it.each([
    ["divs", deep("<div>", "</div>", 100_000)],
    ["unclosed divs", deep("<div>", "", 100_000)],
    ["quotes", deep("<blockquote>", "</blockquote>", 5_000)],
    ["lists", deep("<ul><li>", "</li></ul>", 5_000)],
    ["tables", deep("<table><tr><td>", "</td></tr></table>", 5_000)],
    ["unclosed paragraphs", deep("<p>word", "", 5_000)],
    ["unclosed unknown elements", deep("<x-a>", "", 20_000)],
    ["mismatched tags", deep("<span></div>", "", 20_000)],
    ["coloured words in code", `<p>before</p><pre>${"<span>let</span> ".repeat(10_000)}</pre>`],
    ["angle brackets", deep("<", "", 50_000)],
  ])("a page of endless %s", async (_, html) => {
    const { text } = await convert(sourceText("text/html", html));
    expect(text).toContain("before");
  });

  it("deep nesting in a mail", async () => {
    const mail = `Subject: Hi\nContent-Type: text/html\n\n${deep("<div>", "</div>", 100_000)}`;
    expect((await convert(sourceFile("a.eml", mail))).text).toContain("inside");
  });
});

describe("convert() never throws anything but SkipItemError and ReadItemError", () => {
  const ENDINGS =
    "html md txt ts json csv tsv pdf docx xlsx pptx odt ods odp epub rtf doc xls eml mhtml zip png unknown".split(
      " ",
    );
  const settles = async (name: string, bytes: Uint8Array) => {
    try {
      const converted = await convert(sourceFile(name, bytes));
      expect(converted.text.trim()).not.toBe("");
      expect(converted.text).not.toContain("\r");
    } catch (error) {
      expect(error).toMatchObject({ code: expect.stringMatching(/^(skip|read)-item$/) });
    }
  };

  it("for random bytes under every ending", async () => {
    const input = fc.tuple(fc.constantFrom(...ENDINGS), fc.uint8Array({ maxLength: 2_000, size: "max" }));
    await fc.assert(
      fc.asyncProperty(input, ([ending, bytes]) => settles(`a.${ending}`, bytes)),
      { numRuns: 300 },
    );
  });

  it("for random text under every ending", async () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "<p>",
        "<table><tr>",
        "</td>",
        "<pre>",
        "<a href='",
        "<!--",
        "]]>",
        "&#x110000;",
        "\n---\n",
        "|",
        '"',
        ",",
      ),
      fc.constantFrom(
        "From: x\n",
        "\n\n",
        "Content-Type: multipart/mixed; boundary=b\n",
        "--b\n",
        "%PDF-1.7\n",
        "obj",
        "\r",
      ),
    );
    const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ENDINGS), text, (ending, content) =>
        settles(`a.${ending}`, new TextEncoder().encode(content)),
      ),
      { numRuns: 500 },
    );
  });

  it("for good files with bytes overwritten", async () => {
    const pdf = await makePdf(["Some text on a page", "And more on another"]);
    const docx = makeDocx(paragraph("Title", "Heading1") + paragraph("Text"), { title: "T", author: "A" });
    const damage = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), {
      minLength: 1,
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(fc.boolean(), damage, (asPdf, changes) => {
        const bytes = (asPdf ? pdf : docx).slice();
        for (const [where, value] of changes) bytes[Math.floor(where * (bytes.length - 1))] = value;
        return settles(asPdf ? "a.pdf" : "a.docx", bytes);
      }),
      { numRuns: 200 },
    );
  });
});
