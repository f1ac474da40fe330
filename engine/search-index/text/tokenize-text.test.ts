import fc from "fast-check";
import { expect, test } from "vitest";
import { tokenizeText } from "./tokenize-text";

function termsOf(text: string): readonly string[] {
  const terms: string[] = [];
  tokenizeText(text, (term) => terms.push(term));
  return terms;
}

test.each([
  ["plain words", "Cats running HOME", ["cat", "run", "home"]],
  ["humped names", "getUserById", ["getuserbyid", "get", "user", "by", "id"]],
  ["names of capitals and humps", "HTMLParser", ["htmlparser", "html", "parser"]],
  ["issue keys", "see PROJ-123.", ["see", "proj-123", "proj", "123"]],
  ["two words with a hyphen", "E-mails, log-in", ["email", "e", "mail", "login", "log", "in"]],
  ["more words with hyphens", "state-of-the-art", ["state-of-the-art", "state", "of", "the", "art"]],
  ["version numbers", "v1.2.3,", ["v1.2.3", "v1", "2", "3"]],
  ["paths", "src/main.ts", ["src/main.ts", "src", "main", "ts"]],
  ["e-mail addresses", "<ada@example.org>", ["ada@example.org", "ada", "exampl", "org"]],
  ["snake case", "max_batch_size", ["max_batch_size", "max", "batch", "size"]],
  ["possessives", "the user’s and Ada's", ["the", "user", "and", "ada"]],
  ["contractions", "they're don't", ["they", "don"]],
  ["elisions", "l'avion", ["l", "avion"]],
  ["accents", "Café NAÏVE", ["cafe", "naiv"]],
  ["full-width letters", "ＣＡＦＥ", ["cafe"]],
  ["Han and kana by pairs", "東京タワー", ["東京", "京タ", "タワ", "ワー"]],
  ["a single Han character", "水 と", ["水", "と"]],
  ["Latin inside Han", "使用React框架", ["使用", "react", "框架"]],
  ["Hebrew and Arabic", "שלום مرحبا", ["שלום", "مرحبا"]],
  ["a sign at the end of a sentence", "end. Next", ["end", "next"]],
])("tokenizeText() reads %s", (_, text, terms) => {
  expect(termsOf(text)).toEqual(terms);
});

test("tokenizeText() cuts a word after 64 characters, never inside a pair of surrogates", () => {
  expect(termsOf("a".repeat(500))).toEqual(["a".repeat(64)]);
  // Half a pair would make encodeURIComponent throw.
  const [term = ""] = termsOf(`a${"𐐨".repeat(64)}`);
  expect(encodeURIComponent(term)).toMatch(/^a%F0/);
});

test("tokenizeText() numbers words in order, and gives an identifier the position of its first part", () => {
  const occurrences: [string, number][] = [];
  tokenizeText("open getItem now", (term, _start, _end, position) => occurrences.push([term, position]));
  expect(occurrences).toEqual([
    ["open", 0],
    ["getitem", 1],
    ["get", 1],
    ["item", 2],
    ["now", 3],
  ]);
});

test("tokenizeText() returns ordered ranges of the text, and reads each one alone the same way", () => {
  const text = fc
    .array(fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom(" ", "'", "-", "東", "é", "A", "b")))
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, (value) => {
      let before = 0;
      tokenizeText(value, (term, start, end) => {
        expect(start).toBeGreaterThanOrEqual(before);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(value.length);
        expect(termsOf(value.slice(start, end))).toContain(term);
        before = start;
      });
    }),
  );
});
