import { createRandom, type Random } from "../../bench/data/random";
import type { CorpusDocument } from "../index-corpus";
import type { JudgedQuery } from "../parse-dataset";

/** A heading, usually with the title of its page before it, and the passage below it. */
export interface TrainingPair {
  readonly query: string;
  readonly passage: string;
}

export interface TrainingSet {
  readonly corpus: readonly CorpusDocument[];
  readonly queries: readonly JudgedQuery[];
}

export interface TrainingSetOptions {
  /** Passages to index. */
  readonly documents: number;
  /** Questions to ask. */
  readonly questions: number;
  /** True when passages have the title of their page. Then one passage is relevant, otherwise all of its page are. */
  readonly titled: boolean;
  readonly seed: number;
}

const MIN_WORDS = 2;
/** Share of the questions that lose words, and share of the words they lose: a person does not know the heading. */
const WORD_DROPOUT = { questions: 0.5, words: 0.3 };
/** Share of the questions to titled passages that leave the title out. */
const TITLE_DROPOUT = 0.3;
const GRADES = { passage: 2, page: 1 };

interface Entry extends TrainingPair {
  readonly id: string;
  readonly page: string | undefined;
}

/**
 * Composes a small search task from pairs: all passages are its corpus, some headings its questions. The same seed makes
 * the same task.
 */
export function composeTrainingSet(pairs: readonly TrainingPair[], options: TrainingSetOptions): TrainingSet {
  const { documents, questions, titled, seed } = options;
  const random = createRandom(seed);
  const pageOf = createPageFinder(pairs);
  const entries = distinct(pairs, documents).map(
    (pair, position): Entry => ({ ...pair, id: String(position), page: pageOf(pair.query) }),
  );
  const queries: JudgedQuery[] = [];
  for (const entry of shuffled(entries, random)) {
    if (queries.length === questions) break;
    const text = toQuestion(entry, titled, random);
    if (text === undefined) continue;
    queries.push({ id: entry.id, text, grades: gradesOf(entry, titled ? [] : entries) });
  }
  const corpus = entries.map(({ id, passage, page }): CorpusDocument => {
    return { id, title: (titled && page) || "", text: passage, format: "plain" };
  });
  return { corpus, queries };
}

/** Parses lines of `query TAB passage`; other lines are left out. */
export function parsePairs(content: string): readonly TrainingPair[] {
  return content.split("\n").flatMap((line) => {
    const [query, passage] = line.split("\t");
    return query && passage ? [{ query, passage }] : [];
  });
}

function distinct(pairs: readonly TrainingPair[], limit: number): readonly TrainingPair[] {
  const known = new Map<string, TrainingPair>();
  for (const pair of pairs) {
    if (known.size === limit) break;
    if (!known.has(pair.passage)) known.set(pair.passage, pair);
  }
  return [...known.values()];
}

/** Finds the page of a heading: its longest prefix that is a heading itself. */
function createPageFinder(pairs: readonly TrainingPair[]): (query: string) => string | undefined {
  const headings = new Set(pairs.map(({ query }) => query));
  return (query) => {
    const words = query.split(" ");
    for (let count = words.length - 1; count > 0; count--) {
      const page = words.slice(0, count).join(" ");
      if (headings.has(page)) return page;
    }
    return undefined;
  };
}

function shuffled<T>(items: readonly T[], random: Random): readonly T[] {
  return items
    .map((item) => ({ item, order: random.next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}

function toQuestion({ query, page }: Entry, titled: boolean, random: Random): string | undefined {
  const heading = page === undefined ? query : query.slice(page.length).trim();
  const isAlone = titled && heading.split(" ").length > MIN_WORDS && random.next() < TITLE_DROPOUT;
  const words = (isAlone ? heading : query).split(" ");
  const share = random.next() < WORD_DROPOUT.questions ? WORD_DROPOUT.words : 0;
  const kept = words.filter(() => random.next() >= share);
  const asked = kept.length < MIN_WORDS ? words : kept;
  return asked.length < MIN_WORDS ? undefined : asked.join(" ");
}

function gradesOf({ id, page, query }: Entry, entries: readonly Entry[]): ReadonlyMap<string, number> {
  const name = page ?? query;
  const siblings = entries.filter((other) => (other.page ?? other.query) === name);
  return new Map([...siblings.map((other) => [other.id, GRADES.page] as const), [id, GRADES.passage]]);
}
