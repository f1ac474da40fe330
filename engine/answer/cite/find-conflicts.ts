import type { ConflictSide, Language } from "../../language/language";
import type { AnswerConflict, Citation } from "../../model/answer";
import type { ComparedStatement, Contradiction } from "../versions/compared-statement";
import { disjointKinds } from "../versions/contradicts";

type CitedQuote = Pick<
  Citation,
  "n" | "start" | "end" | "title" | "source" | "sourceId" | "itemId" | "updatedAt"
>;

/** Characters of a statement that are shown, and of them before the value. */
const MAX_SHOWN_CHARACTERS = 160;
const MAX_CHARACTERS_BEFORE_VALUE = 80;

export interface ConflictDeps {
  readonly language: Language;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** The contradictions both of whose sides are cited, each in one sentence, the newer side first. */
export function findConflicts(
  citations: readonly CitedQuote[],
  contradictions: readonly Contradiction[],
  { language, now }: ConflictDeps,
): readonly AnswerConflict[] {
  const told = new Map<string, AnswerConflict>();
  for (const { newer, older, isOrderKnown } of contradictions) {
    const [first, second] = [newer, older].map((statement) => citationOf(statement, citations));
    if (!first || !second || first.n === second.n || told.has(`${first.n} ${second.n}`)) continue;
    const [a, b] = toSides([first, newer], [second, older]);
    const { conflict, unorderedConflict } = language.sentences;
    const text = isOrderKnown ? conflict(a, b, now) : unorderedConflict(a, b, now);
    told.set(`${first.n} ${second.n}`, {
      newer: first.n,
      older: second.n,
      ...(!isOrderKnown && { isOrderUnknown: true }),
      text,
    });
  }
  return [...told.values()];
}

/** The citation that shows the statement. */
export function citationOf<Quoted extends Omit<CitedQuote, "title" | "source" | "updatedAt">>(
  { passage, statement }: ComparedStatement,
  citations: readonly Quoted[],
): Quoted | undefined {
  const { sourceId, itemId } = passage.document;
  return citations.find(
    (citation) =>
      citation.sourceId === sourceId &&
      citation.itemId === itemId &&
      citation.start < statement.end &&
      statement.start < citation.end,
  );
}

type Side = readonly [CitedQuote, ComparedStatement];

/** Two documents are called by what tells them apart: their sources, titles or files. */
function toSides(a: Side, b: Side): readonly [ConflictSide, ConflictSide] {
  const names = [
    ([{ source }]: Side) => source,
    ([{ title }]: Side) => title,
    ([{ title }, { passage }]: Side) => passage.document.fileName ?? title,
  ];
  const nameOf = names.find((name) => name(a) !== name(b)) ?? (([{ source }]: Side) => source);
  return [toSide(a, b[1], nameOf(a)), toSide(b, a[1], nameOf(b))];
}

function toSide([{ n }, statement]: Side, other: ComparedStatement, source: string): ConflictSide {
  const { year, version, validFrom, updatedAt } = statement.analysed.status;
  return {
    source,
    text: shownWords(statement, other),
    n,
    updatedAt,
    ...(year !== undefined && { year }),
    ...(version !== undefined && { version }),
    ...(validFrom !== undefined && { validFrom }),
  };
}

/** The words of a statement around the value in which it differs. */
function shownWords({ analysed }: ComparedStatement, other: ComparedStatement): string {
  const words = analysed.placed.text.replace(/\s/g, " ");
  if (words.length <= MAX_SHOWN_CHARACTERS) return words.replace(/ +/g, " ").trim();
  const kinds = disjointKinds(analysed.facts, other.analysed.facts);
  const position = analysed.facts.find(({ kind }) => kinds.includes(kind))?.start ?? 0;
  const from = Math.max(0, position - MAX_CHARACTERS_BEFORE_VALUE);
  const start = from === 0 ? 0 : words.indexOf(" ", from) + 1;
  const end = start + MAX_SHOWN_CHARACTERS;
  const shown = words.slice(start, end).replace(/ +/g, " ").trim();
  return `${start > 0 ? "…" : ""}${shown}${end < words.length ? "…" : ""}`;
}
