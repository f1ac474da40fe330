import fc from "fast-check";
import { expect, test } from "vitest";
import { type Reading, tokenizeText } from "./tokenize-text";

function termsOf(text: string, reading: Reading = "text"): readonly string[] {
  const terms: string[] = [];
  tokenizeText(text, (term) => terms.push(term), reading);
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
  ["Hebrew and Arabic", "דלת مرحبا", ["דלת", "مرحب"]],
  ["names of a letter and signs", "C, C++ C# F#; C++17", ["c", "c++", "c#", "f#", "c++", "17"]],
  [
    "names that begin with a full stop",
    "Use .NET, not .gitignore",
    ["use", ".net", "not", ".gitignore", "gitignor"],
  ],
  ["names of script libraries", "node.js nodejs", ["nodej", "node", "js", "nodej"]],
  ["plural acronyms", "PRs SLA", ["pr", "prs", "p", "rs", "sla"]],
  ["emphasis inside words", "**bo**ld bo==ld== x~~y~~", ["bold", "bold", "xy"]],
  ["operators between words", "x==y 2*3*4 a**b", ["x", "y", "2", "3", "4", "a", "b"]],
  ["characters that nobody sees", "co\u00adoper\u200bate", ["cooper"]],
  ["Devanagari with its vowel signs", "कर्मचारियों की", ["कर्मचार", "की"]],
  ["Thai by words", "ห้องประชุม", ["ห้อง", "ประชุม"]],
  [
    "a date as it is written and its normal form",
    "2026-05-14",
    ["date:5-14", "2026", "2026-05-14", "2026", "05", "14"],
  ],
  ["a number with a mark between its groups", "1,290", ["1290", "1", "290"]],
  ["a sign at the end of a sentence", "end. Next", ["end", "next"]],
])("tokenizeText() reads %s", (_, text, terms) => {
  expect(termsOf(text)).toEqual(terms);
});

test.each([
  ["values by their normal form", "14 May 2026, 030 5550-7788", ["date:5-14", "2026", "tel:5507788"]],
  ["an amount by its normal form", "costs $1,299", ["cost", "1299"]],
  ["plural acronyms by their singular", "APIs PRs", ["api", "pr"]],
  ["Japanese without its particles", "会議室の予約は誰に連絡しますか", ["会議", "議室", "予約", "連絡"]],
  ["Chinese without its question words", "打印机在哪里？", ["打印", "印机"]],
  ["a single character between fillers", "狗可以吗", ["狗"]],
  ["Korean without its endings", "회의실을 예약하려면", ["회의", "의실", "예약"]],
  ["fillers that stand alone", "ですか", ["です", "すか"]],
])("tokenizeText() reads in a query %s", (_, text, terms) => {
  expect(termsOf(text, "question")).toEqual(terms);
});

test.each([
  ["14 May 2026", "On 2026-05-14 the lift was repaired."],
  ["May 14th", "repaired on 14.05.2026"],
  ["03055507788", "Tel. +49 30 5550-7788"],
  ["1290 kr", "1,290 kr a month"],
  ["$1299", "It costs 1,299 dollars."],
  ["10 %", "10 percent"],
  ["打印机", "打印机放在三楼"],
  ["年假", "员工每年有十五天年假"],
  ["サーバの再起動", "サーバは日曜日に再起動します"],
  ["ห้องประชุม", "การจองห้องประชุมติดต่อฝ่ายธุรการ"],
  ["회의실을", "회의실이 비어 있습니다"],
  ["Straße", "STRASSE"],
  ["Malmö Łódź", "malmo lodz"],
  ["الإجازة السنوية", "اجازه سنويه"],
  ["API", "our APIs"],
  ["bold", "**bo**ld"],
])("a text has every term of the query %s: %s", (query, text) => {
  expect(termsOf(text)).toEqual(expect.arrayContaining([...termsOf(query, "question")]));
});

test.each([
  ["C#", "C and C++"],
  ["C++", "C and C#"],
  ["C", "C++, C#"],
  [".NET", "the net"],
])("a query for %s is not answered by %s", (query, text) => {
  expect(termsOf(text)).not.toContain(termsOf(query, "question")[0]);
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
