import fc from "fast-check";
import { expect, test } from "vitest";
import { createTokenizer } from "./create-tokenizer";
import { loadStaticModel } from "./testing/load-static-model";

const { vocabulary } = loadStaticModel();
const tokenizer = createTokenizer(vocabulary);
const rows = new Map(vocabulary.map((piece, row) => [piece, row]));

function encode(text: string, limit = 100_000): string[] {
  const into = new Uint32Array(limit);
  return [...into.subarray(0, tokenizer.encode(text, into))].map((row) => vocabulary[row]!);
}

/** The rule taken literally, with no thought for speed; a character outside the vocabulary is `[UNK]`. */
function encodeSlowly(text: string): string[] {
  const folded = text
    .toLowerCase()
    .replace(/[\u00c0-\u024f\u1e00-\u1eff]/g, (letter) =>
      letter.normalize("NFKD").replace(/[\u0300-\u036f]/g, ""),
    );
  return (folded.match(/[a-z]+|[0-9]+|[^\sa-z0-9]/gu) ?? [])
    .flatMap((word) => (rows.has(word) ? [word] : piecesSlowly([...word], "")))
    .map((piece) => (/^(?!\p{Script=Latin})\p{L}$/u.test(piece) ? "[UNK]" : piece));
}

function piecesSlowly(characters: readonly string[], prefix: string): string[] {
  if (characters.length === 0) return [];
  for (let length = Math.min(24, characters.length); length > 0; length--) {
    const piece = prefix + characters.slice(0, length).join("");
    if (rows.has(piece)) return [piece, ...piecesSlowly(characters.slice(length), "##")];
  }
  return ["[UNK]", ...piecesSlowly(characters.slice(1), "##")];
}

/** Text that mixes every kind of character the rule tells apart. */
const mixedText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...vocabulary.slice(2)),
      fc.stringMatching(/^[a-zA-Z]{1,40}$/),
      fc.stringMatching(/^[0-9]{1,30}$/),
      fc.string({ unit: "binary" }),
      fc.constantFrom(" ", "\n", "\u00a0", "\u2028", "\ufeff", "\u3000", "🚀", "\ud83d", "İ", "K", "é", "다"),
    ),
  )
  .map((parts) => parts.join(""));

test("encode() gives the known tokens of the literal rule", () => {
  fc.assert(
    fc.property(mixedText, (text) => {
      expect(encode(text)).toEqual(encodeSlowly(text).filter((piece) => piece !== "[UNK]"));
    }),
    { numRuns: 1000 },
  );
});

test("count() is the number of tokens of the literal rule, the unknown ones too", () => {
  fc.assert(
    fc.property(mixedText, (text) => {
      expect(tokenizer.count(text)).toBe(encodeSlowly(text).length);
    }),
  );
});

test("encode() reads a word without its accents", () => {
  expect(encode("Café NAÏVE résumé")).toEqual(encode("cafe naive resume"));
});

test.each([
  ["Who restarts the server on Sunday?", 1],
  ["who is it?", 0],
  ["会議室はどこですか", 0],
  ["연차 휴가는 며칠입니까?", 0],
  ["वार्षिक अवकाश कितने दिन का है?", 0],
  ["كم يوما الإجازة السنوية؟", 0],
  ["12 + 30", 0],
  ["", 0],
])("knownShare() of %s is %d", (text, share) => {
  expect(tokenizer.knownShare(text)).toBe(share);
});

test("knownShare() tells apart languages of one script", () => {
  expect(tokenizer.knownShare("Wie lang ist die Kündigungsfrist eines Stellplatzes?")).toBeLessThan(0.6);
  expect(tokenizer.knownShare("How long is the notice period of a parking space?")).toBeGreaterThan(0.9);
});

test("encode() stops at the limit, also in the middle of a word", () => {
  const all = encode("a zqxjkvbp word");
  expect(all.length).toBeGreaterThan(4);
  for (let limit = 0; limit <= all.length; limit++) {
    expect(encode("a zqxjkvbp word", limit)).toEqual(all.slice(0, limit));
  }
});

test("encode() ignores case and spaces", () => {
  expect(encode("  The\tINDEX\n")).toEqual(["the", "index"]);
});

test("encode() gives the same tokens after the word cache was emptied", () => {
  const before = encode("zqxjkvbp");
  for (let number = 0; number < 30_000; number++) tokenizer.count(`zq${letters(number)}`);
  expect(encode("zqxjkvbp")).toEqual(before);
});

function letters(number: number): string {
  return number.toString().replace(/[0-9]/g, (digit) => String.fromCharCode(97 + Number(digit)));
}
