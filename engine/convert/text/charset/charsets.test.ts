import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeText } from "../decode-text";
import { encodeIn } from "./testing/encode-in";
import { LANGUAGE_SAMPLES } from "./testing/language-samples";

const utf8 = (text: string) => new TextEncoder().encode(text);
const joined = (...pieces: readonly Uint8Array[]) => Uint8Array.from(pieces.flatMap((piece) => [...piece]));
const utf16 = (text: string, isBigEndian: boolean) =>
  Uint8Array.from(
    [...text].flatMap((letter) => {
      const code = letter.charCodeAt(0);
      return isBigEndian ? [code >> 8, code & 0xff] : [code & 0xff, code >> 8];
    }),
  );
const CASES = LANGUAGE_SAMPLES.flatMap(({ language, charsets, sentences }) =>
  charsets.map((charset) => ({ language, charset, sentences })),
);

describe("decodeText()", () => {
  test.each(CASES)("reads one sentence in $language, $charset", ({ charset, sentences }) => {
    for (const sentence of sentences) expect(decodeText(encodeIn(charset, sentence))).toBe(sentence);
  });

  test("reads lines of a language in any of its code pages, between lines in ASCII", () => {
    const text = fc.constantFrom(...CASES).chain(({ charset, sentences }) =>
      fc
        .array(fc.constantFrom(...sentences, "2026-11-02 10:00 started", "https://x.example/a?b=1", ""), {
          minLength: 1,
          maxLength: 12,
        })
        .map((lines) => ({ charset, text: [...lines, sentences[0]].join("\n") })),
    );
    fc.assert(
      fc.property(text, ({ charset, text: written }) => {
        expect(decodeText(encodeIn(charset, written))).toBe(written);
      }),
      { numRuns: 200 },
    );
  });

  test.each(LANGUAGE_SAMPLES)("reads UTF-16 without a mark in $language", ({ sentences }) => {
    const text = sentences.join("\n");
    expect(decodeText(utf16(text, false))).toBe(text);
    expect(decodeText(utf16(text, true))).toBe(text);
  });

  test.each(["鍵は机の上にあります。", "Ключ у сторожа", "열쇠는 서랍에 있습니다", "กุญแจอยู่หลังประตู"])(
    "reads UTF-16 without a mark in one line: %s",
    (text) => {
      const letters = text.replaceAll(" ", "");
      expect(decodeText(utf16(letters, false))).toBe(letters);
      expect(decodeText(utf16(letters, true))).toBe(letters);
    },
  );

  test("reads Windows-1252 between UTF-8, in other lines and in the same", () => {
    const latin = (text: string) => encodeIn("windows-1252", text);
    expect(
      decodeText(
        joined(utf8("Köhler wohnt in Ærø\n"), latin("Jörg wohnt in Århus, 5 €\n"), utf8("Zoë — 東京\n")),
      ),
    ).toBe("Köhler wohnt in Ærø\nJörg wohnt in Århus, 5 €\nZoë — 東京\n");
    expect(decodeText(joined(utf8("name=Zoë "), latin("place=Café")))).toBe("name=Zoë place=Café");
  });

  test("reads ISO-2022-JP", () => {
    const switchTo = (code: string) => [27, ...utf8(code)];
    const bytes = Uint8Array.from([
      ...utf8("Key: "),
      ...switchTo("$B"),
      0x38,
      0x30,
      ...switchTo("(B"),
      ...utf8(" end"),
    ]);
    expect(decodeText(bytes)).toBe(
      "Key: 鍵 end".replace("鍵", new TextDecoder("euc-jp").decode(Uint8Array.of(0xb8, 0xb0))),
    );
  });

  test("reads a log that is padded with zero bytes", () => {
    const zeros = new Uint8Array(4_000);
    expect(decodeText(joined(utf8("started\n"), zeros, utf8("stöpped\n"), zeros))).toBe("started\nstöpped\n");
    expect(decodeText(joined(utf8("one\n"), Uint8Array.of(0)))).toBe("one\n");
    expect(decodeText(zeros)).toBeUndefined();
  });

  test.each([
    ["windows-1252", "windows-1251", "Лодка стоит у причала."],
    ["utf-8", "windows-1252", "Die Gebühr für Köhler"],
    ["iso-8859-1", "shift_jis", "倉庫の鍵は机の引き出しに入っています。"],
    ["x-invented", "koi8-r", "Собрание начнётся в девять часов"],
  ])("does not believe that a text is %s where it is %s", (declared, charset, text) => {
    expect(decodeText(encodeIn(charset, text), declared)).toBe(text);
  });

  test("believes what is declared where it fits", () => {
    expect(decodeText(encodeIn("windows-1250", "Ključ čuva čuvar"), "windows-1250")).toBe("Ključ čuva čuvar");
  });
});

describe("mojibake", () => {
  const broken = (text: string) => {
    const decoder = new TextDecoder("windows-1252");
    return decoder.decode(utf8(text), { stream: true }) + decoder.decode();
  };

  test.each(["Die Gebühr für Jörg beträgt 5 €", "“Café” — très bien", "Ключ у сторожа", "鍵は机の上"])(
    "is repaired: %s",
    (text) => {
      expect(decodeText(utf8(`plain line\n${broken(text)}\n`))).toBe(`plain line\n${text}\n`);
    },
  );

  test.each([
    'It reads "GebÃ¼hr" instead of "Gebühr"',
    "A ROMÃ E O PÃO",
    "São João",
    "5 Â 6",
    "naïve — “Â” ok",
  ])("is left where it is not certain: %s", (text) => {
    expect(decodeText(utf8(text))).toBe(text);
  });

  test("whatever Western text was broken is what it was", () => {
    const word = fc.string({ unit: fc.constantFrom(..."abcäöüßéèñçåøñ€–“” "), minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(word, (text) => {
        expect(decodeText(utf8(`x${broken(text)}`))).toBe(`x${text}`);
      }),
    );
  });
});
