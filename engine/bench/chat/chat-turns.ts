import type { Citation } from "../../model/answer";
import type { Turn } from "../../model/chat";
import { DAY_MS } from "../../util/durations";
import type { TextSet } from "../data/text-set";
import { NOW } from "../data/work-fields";

const QUOTES = 3;
const SENTENCES = 6;

/** Questions with answers of a usual length: two paragraphs, a list, three citations with their passages. */
export function createChatTurns(
  texts: TextSet,
  count: number,
): readonly (Pick<Turn, "question" | "text"> & Partial<Turn>)[] {
  const questions = texts.longQueries(count);
  return Array.from({ length: count }, (_, at) => {
    const citations = Array.from({ length: QUOTES }, (_, quote) => toCitation(texts, at, quote));
    const sentences = texts
      .text(at)
      .split(/(?<=[.!?]) /)
      .slice(0, SENTENCES);
    const [first = "", second = "", ...rest] = sentences;
    const list = rest.map((sentence, line) => `- ${sentence} [${(line % QUOTES) + 1}]`);
    const text = [`${first} [1]`, `${second} [2][3]`, list.join("\n")].join("\n\n");
    return { question: `${questions[at]}? (${at + 1})`, text, citations, found: true };
  });
}

function toCitation(texts: TextSet, turn: number, quote: number): Citation {
  const text = texts.text(turn * QUOTES + quote);
  const end = Math.min(text.length, 160);
  return {
    ...{ n: quote + 1, title: text.slice(0, 50), quote: text.slice(0, end), start: 0, end },
    ...{ url: `https://example.com/${turn}/${quote}`, source: "Notes", author: "Priya Nair" },
    ...{
      updatedAt: new Date(NOW - turn * DAY_MS).toISOString(),
      sourceId: "notes",
      itemId: `${turn}-${quote}`,
    },
    passage: { text, highlights: [[0, end]] },
  };
}
