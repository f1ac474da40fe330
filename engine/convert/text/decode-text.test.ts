import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { convert } from "../convert-document";
import { sourceFile, sourceText } from "../testing/source-file";
import { decodeText } from "./decode-text";

const GERMAN = "Die Prüfung der Straße wäre für übermäßig große Fahrzeuge nötig, sagte Frau Müller. ".repeat(
  4,
);

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}

const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe("decodeText()", () => {
  it("reads UTF-8 with and without a byte order mark", () => {
    const bytes = new TextEncoder().encode(`\ufeff${GERMAN}`);
    expect(decodeText(bytes)).toBe(GERMAN);
    expect(decodeText(bytes.subarray(3))).toBe(GERMAN);
  });

  it.each([
    ["UTF-16 LE", true],
    ["UTF-16 BE", false],
  ])("reads %s with and without a byte order mark", (_, littleEndian) => {
    expect(decodeText(utf16(`\ufeff${GERMAN}`, littleEndian))).toBe(GERMAN);
    expect(decodeText(utf16(GERMAN, littleEndian))).toBe(GERMAN);
    expect(decodeText(utf16("ok", littleEndian))).toBe("ok");
  });

  it("reads Latin-1 and Windows-1252", () => {
    expect(decodeText(latin1(GERMAN))).toBe(GERMAN);
    // 0x93, 0x94 and 0x80 are the curly quotes and the euro sign of Windows-1252.
    expect(decodeText(latin1(`${GERMAN}\x93gro\xdf\x94 5 \x80`))).toBe(`${GERMAN}“groß” 5 €`);
  });

  it("reads Cyrillic and Japanese legacy charsets by their statistics", () => {
    // "Привет, как дела? ..." in Windows-1251 and a sentence in Shift JIS.
    const russian = "Сегодня хорошая погода, и мы идём гулять в парк вместе с друзьями. ".repeat(3);
    const windows1251 = Uint8Array.from(russian, (letter) => {
      const code = letter.charCodeAt(0);
      if (code === 0x451) return 0xb8;
      return code >= 0x410 ? code - 0x350 : code;
    });
    expect(decodeText(windows1251)).toBe(russian);
    const shiftJis = latin1(
      "\x82\xb1\x82\xea\x82\xcd\x93\xfa\x96{\x8c\xea\x82\xcc\x95\xb6\x8f\x8d\x82\xc5\x82\xb7\x81B".repeat(4),
    );
    expect(decodeText(shiftJis)).toContain("これは日本語の");
  });

  it("prefers a declared charset to statistics", async () => {
    const html = "<html><head><meta charset=iso-8859-2></head><body><p>P\xf8\xedli\xb9</p></body></html>";
    expect((await convert(sourceFile("a.html", latin1(html)))).text).toBe("Příliš");
    const document = sourceText("text/html", "");
    const bytes = latin1("<body>P\xf8\xedli\xb9</body>");
    const content = { kind: "bytes", mediaType: "text/html; charset=iso-8859-2", bytes } as const;
    expect((await convert({ ...document, content })).text).toBe("Příliš");
  });

  it("rejects binary content, also after a beginning of text", () => {
    const noise = Uint8Array.from({ length: 200_000 }, (_, at) => (at * 7919 + (at >> 3)) % 256);
    expect(decodeText(noise)).toBeUndefined();
    const installer = new Uint8Array(400_000);
    installer.set(new TextEncoder().encode("#!/bin/sh\necho unpacking\n".repeat(4000)));
    installer.set(noise, 200_000);
    expect(decodeText(installer)).toBeUndefined();
    expect(decodeText(new Uint8Array(100))).toBeUndefined();
  });

  it("returns any text that was encoded as UTF-8, with normalised line ends", () => {
    const line = fc.string({ unit: "grapheme" }).filter((text) => !/[\p{Cc}\ufeff\ufffd]/u.test(text));
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom("\n", "\r\n", "\r"), (lines, end) => {
        expect(decodeText(new TextEncoder().encode(lines.join(end)))).toBe(lines.join("\n"));
      }),
    );
  });
});
