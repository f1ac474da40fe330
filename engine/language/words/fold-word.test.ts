import fc from "fast-check";
import { expect, test } from "vitest";
import { foldWord } from "./fold-word";

test.each([
  ["Café", "cafe"],
  ["ｃａｆｅ", "cafe"],
  ["Straße", "strasse"],
  ["Ødegård", "odegard"],
  ["Łódź", "lodz"],
  ["Ærø", "aero"],
  ["œuvre", "oeuvre"],
  ["Đorđe", "dorde"],
  ["İstanbul", "istanbul"],
  ["ıspanak", "ispanak"],
  ["co\u00adop\u200berate", "cooperate"],
  ["Ёлка", "елка"],
  ["мой", "мой"],
  ["ΤΈΛΟΣ", "τελος"],
  ["إجازة", "اجازه"],
  ["مُحَمَّد", "محمد"],
  ["שָׁלוֹם", "שלומ"],
  ["किताब", "किताब"],
  ["ज़मीन", "जमीन"],
  ["がっこう", "がっこう"],
  ["ｶﾞｯｺｳ", "ガッコウ"],
  ["한국어", "한국어"],
  ["ที่นี่", "ที่นี่"],
  ["١٢٣", "123"],
  ["१२३", "123"],
])("foldWord() folds %s", (word, folded) => {
  expect(foldWord(word)).toBe(folded);
});

test("foldWord() of a folded word is the word, and both forms of Unicode are one", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 20 }), (word) => {
      const folded = foldWord(word);
      expect(foldWord(folded)).toBe(folded);
      expect(foldWord(word.normalize("NFD"))).toBe(foldWord(word.normalize("NFC")));
    }),
    { numRuns: 2000 },
  );
});

test("foldWord() cuts a word after 64 characters, never inside a pair of surrogates", () => {
  expect(foldWord("a".repeat(500))).toBe("a".repeat(64));
  // Half a pair would make encodeURIComponent throw.
  expect(encodeURIComponent(foldWord(`a${"𐐨".repeat(64)}`))).toMatch(/^a%F0/);
});
