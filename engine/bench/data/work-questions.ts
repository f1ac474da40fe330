import type { PastExchange } from "../../model/answer";
import type { Filter } from "../../model/filter";
import { DAY_MS } from "../../util/durations";
import type { TextSet } from "./text-set";
import { NOW } from "./work-fields";
import { personName, sourceLabel } from "./work-items";

export const QUESTION_KINDS = ["words", "sentence", "chosen", "meant", "followUp"] as const;
/** Two telling words; a long question; filters set by hand; filters in its words; a question on the one before it. */
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export interface WorkQuestion {
  readonly kind: QuestionKind;
  readonly question: string;
  readonly filter?: Filter;
  readonly history?: readonly PastExchange[];
  /** What a model makes of a follow-up. */
  readonly rewritten?: string;
}

/** Exchanges before a follow-up, and words of each answer. */
const EXCHANGES = 3;
const ANSWER_WORDS = 120;

/** Questions as people ask them about the set, the kinds in turn. */
export function createWorkQuestions(texts: TextSet, count: number): readonly WorkQuestion[] {
  const short = texts.shortQueries(count + EXCHANGES);
  const long = texts.longQueries(count);

  function ask(kind: QuestionKind, at: number): Omit<WorkQuestion, "kind"> {
    const [first = "", second = ""] = short[at]?.split(" ") ?? [];
    const question = `How does ${first} work with ${second}?`;
    switch (kind) {
      case "words":
        return { question };
      case "sentence":
        return { question: `What do we know about ${long[at]}?` };
      case "chosen":
        return { question, filter: chosenFilter(at) };
      case "meant":
        return { question: `What did ${filterPhrase(at)} write about ${first} and ${second}?` };
      case "followUp":
        return {
          question: "And who decided that it should be so?",
          history: historyOf(texts, short.slice(at, at + EXCHANGES)),
          rewritten: `Who decided that ${first} should work with ${second}?`,
        };
    }
  }

  return Array.from({ length: count }, (_, at) => {
    const kind = QUESTION_KINDS[at % QUESTION_KINDS.length] ?? "words";
    return { kind, ...ask(kind, at) };
  });
}

function chosenFilter(at: number): Filter {
  const filters: readonly Filter[] = [
    { sourceIds: ["source-1"] },
    { types: ["issue", "mail"] },
    { updatedAfter: NOW - 365 * DAY_MS },
    {
      sourceIds: ["source-0", "source-2", "source-4"],
      types: ["page"],
      updatedAfter: NOW - 2 * 365 * DAY_MS,
    },
  ];
  return filters[Math.floor(at / QUESTION_KINDS.length) % filters.length] ?? {};
}

/** A person, a source or a time, as in "What did … write about …?". */
function filterPhrase(at: number): string {
  const round = Math.floor(at / QUESTION_KINDS.length);
  const phrases = [
    `people in ${sourceLabel(round)}`,
    `a mail from ${personName(round)}`,
    "anybody last year",
  ];
  return phrases[round % phrases.length] ?? "";
}

/** Ends with the exchange that the follow-up is about. */
function historyOf(texts: TextSet, queries: readonly string[]): readonly PastExchange[] {
  return queries.toReversed().map((query, at) => ({
    question: `How does ${query.replace(" ", " work with ")}?`,
    answer: `${texts.text(at).split(" ").slice(0, ANSWER_WORDS).join(" ")} [1]`,
    sourceIds: [`source-${at}`],
  }));
}
