import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { loadRelatedWords } from "./load-related-words";

const { relatedTo, support, supportIn } = await loadRelatedWords();

const pairs = (text: string) => text.split(" ").map((pair) => pair.split("/") as [string, string]);

test.each(
  pairs(
    "begin/start phone/telephone vacation/holiday salary/wage shut/closed buy/purchase car/automobile teacher/instructor " +
      "couch/sofa physician/doctor ill/sick movie/film",
  ),
)("a synonym stands for a word: %s by %s", (question, text) => {
  expect(support(question, text)).toBeGreaterThanOrEqual(0.6);
  expect(support(question, text)).toBeLessThan(0.9);
});

test.each(
  pairs(
    "deep/depth depth/deep long/length wide/width heavy/weight old/age hot/temperature own/owner teach/teacher " +
      "teacher/teach pay/payment arrive/arrival responsible/responsibility write/writer",
  ),
)("a derivation or an attribute stands for a word: %s by %s", (question, text) => {
  expect(support(question, text)).toBeGreaterThanOrEqual(0.5);
});

test.each(
  pairs(
    "animals/dogs animal/goose animal/hamster vehicle/van vehicles/bicycles furniture/chairs drink/coffee meal/lunch " +
      "room/sauna tool/hammer device/laptops fruit/apple color/blue country/France month/January weekday/Monday",
  ),
)("a more specific word stands for a word: %s by %s", (question, text) => {
  expect(support(question, text)).toBeGreaterThanOrEqual(0.4);
  expect(support(question, text)).toBeLessThanOrEqual(0.75);
});

test.each(
  pairs(
    "arrive/come arrive/delivered responsible/contact vacation/leave cost/fee price/cost end/expires salary/earn " +
      "call/phone website/page boss/manager cancel/revoked author/wrote limit/maximum deadline/due receipt/invoices",
  ),
)("a word of offices stands for a word: %s by %s", (question, text) => {
  expect(support(question, text)).toBeGreaterThanOrEqual(0.5);
});

test.each(
  pairs("children/child bite/bitten goose/geese begin/began Dogs/DOG leave/left buy/bought stop/stopped"),
)("another form is the same word: %s and %s", (question, text) => {
  expect(support(question, text)).toBe(1);
  expect(support(text, question)).toBe(1);
});

test.each(
  pairs(
    "dog/cat Monday/Friday office/shop station/office deputy/master kayak/pedal sick/parental 2025/2026 " +
      "open/closed closed/open begin/end deep/shallow hot/cold allow/forbid arrive/leave buy/sell day/night left/right " +
      "high/low maximum/minimum apple/pear coffee/tea breakfast/dinner winter/summer Berlin/Paris chair/table " +
      "teacher/pupil doctor/nurse husband/wife train/bus red/blue email/fax invoice/contract keyboard/mouse news/new fee/feed",
  ),
)("neither siblings nor opposites stand for a word: %s and %s", (question, text) => {
  expect(support(question, text)).toBe(0);
  expect(support(text, question)).toBeLessThanOrEqual(0.35);
});

test.each("entity thing act state object event person".split(" "))(
  "%s is too general for more specific words to stand for it",
  (word) => {
    for (const specific of ["dog", "teacher", "chair", "meeting", "payment"]) {
      expect(support(word, specific)).toBe(0);
    }
  },
);

test("a more general word says less", () => {
  expect(support("dog", "animal")).toBeGreaterThan(0);
  expect(support("dog", "animal")).toBeLessThan(support("animal", "dog"));
});

test("a phrase stands for a word", () => {
  expect(supportIn("responsible", "Ann is in charge of the boiler".split(" "))).toBe(0.75);
  expect(supportIn("responsible", "The charge is in euros".split(" "))).toBe(0);
  expect(supportIn("end", "It runs until June".split(" "))).toBe(0.75);
  expect(supportIn("closed", "We are not open on Sunday".split(" "))).toBe(0.75);
  expect(supportIn("closed", "We are open on Sunday".split(" "))).toBe(0);
  expect(relatedTo("vacation").get("time off")).toBe(0.75);
});

test("words that nothing is known of are related to nothing", () => {
  for (const word of ["", "zzgrfl", "2025", "привет", "the"]) expect(relatedTo(word).size).toBe(0);
});

test("the data are small, and carry their licence", () => {
  const file = readFileSync(new URL("./word-graph.json", import.meta.url));
  expect(file.length).toBeLessThan(600_000);
  expect(gzipSync(file, { level: 9 }).length).toBeLessThan(250_000);
  expect(JSON.parse(file.toString()).license.join("\n")).toContain("WordNet 3.1 Copyright 2011 by Princeton");
});
