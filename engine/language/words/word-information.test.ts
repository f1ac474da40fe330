import { expect, test } from "vitest";
import { foldWord } from "./fold-word";
import { LANGUAGE_TAGS } from "./language-tag";
import { wordInformation } from "./word-information";

const words = (text: string) => text.split(" ");

test.each(
  words(
    "how long may many much off say give tell spend about overview please want know need thing the of What WHICH",
  ),
)("wordInformation() of the English filler %s is 0", (word) => {
  expect(wordInformation(word)).toBe(0);
  expect(wordInformation(word, "en")).toBe(0);
});

test.each(
  words(
    "wie viele bitte brauche combien pourquoi cuántos dónde quanti perché quantos hoeveel hur mange kuinka ile kolik hány kaç " +
      "сколько где скільки колко πόσο كم متى כמה איפה कितने कौन กี่ ใคร 何 誰 どこ いくら 多少 谁 什么 哪里 얼마나 누구 berapa câte",
  ),
)("wordInformation() of the filler %s is 0", (word) => {
  expect(wordInformation(word)).toBe(0);
});

test.each(
  words(
    "berth zebra Urlaub Kündigungsfrist vacaciones отпуск отпуска إجازة חופשה अवकाश 休暇 打印机 휴가 ห้องประชุม",
  ),
)("wordInformation() of %s is 1", (word) => {
  expect(wordInformation(word)).toBe(1);
});

test("wordInformation() is higher for rarer words", () => {
  const [number, office, invoice, harpsichord] = ["number", "office", "invoice", "harpsichord"].map((word) =>
    wordInformation(word),
  );
  expect(number).toBeGreaterThan(0);
  expect(office).toBeGreaterThan(number!);
  expect(invoice).toBeGreaterThanOrEqual(office!);
  expect(harpsichord).toBe(1);
});

test("wordInformation() takes a word that two languages share by the language of the text", () => {
  expect(wordInformation("war")).toBeGreaterThan(0.5);
  expect(wordInformation("war", "de")).toBe(0);
  expect(wordInformation("comment", "fr")).toBe(0);
  expect(wordInformation("comment", "en")).toBeGreaterThan(0);
  expect(wordInformation("die", "en")).toBeGreaterThan(0);
});

test("wordInformation() takes both forms of a word", () => {
  expect(wordInformation("ÜBER", "de")).toBe(wordInformation(foldWord("über"), "de"));
  for (const tag of LANGUAGE_TAGS) expect(wordInformation("zzzq", tag)).toBe(1);
});
