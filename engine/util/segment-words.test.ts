import fc from "fast-check";
import { expect, test } from "vitest";
import { segmentWord } from "./segment-words";

const cut = (word: string) => segmentWord(word).map(({ text }) => text);

test.each([
  ["会議室を予約", ["会議", "室", "を", "予約"]],
  ["公司在哪里", ["公司", "在", "哪里"]],
  ["ห้องประชุม", ["ห้อง", "ประชุม"]],
  ["使用React框架", ["使用", "React", "框架"]],
  ["naïve", ["naïve"]],
  ["कर्मचारी", ["कर्मचारी"]],
  ["한국어", ["한국어"]],
])("segmentWord() cuts %s", (word, parts) => {
  expect(cut(word)).toEqual(parts);
});

test("segmentWord() loses no text", () => {
  const word = fc
    .array(
      fc.oneof(
        fc.constantFrom("会", "議", "カ", "ー", "が", "ห", "้", "អ", "က", "ລ", "a", "é", "ि", "़", "ｶ", "ﾞ"),
        fc.string({ unit: "grapheme", maxLength: 2 }),
      ),
    )
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(word, (text) => {
      let at = 0;
      for (const segment of segmentWord(text)) {
        expect(segment.start).toBe(at);
        at += segment.text.length;
      }
      expect(at).toBe(text.length);
      expect(cut(text).join("")).toBe(text);
    }),
  );
});
