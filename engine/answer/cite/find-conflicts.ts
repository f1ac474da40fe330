import type { ConflictSide, Facts, Language } from "../../language/language";
import type { AnswerConflict, Citation } from "../../model/answer";
import type { Retriever } from "../../retrieve/retriever";
import { toPlainText } from "../../util/to-plain-text";

type CitedQuote = Pick<Citation, "n" | "quote" | "source" | "sourceId" | "itemId" | "updatedAt">;

/** Share of the content words of the shorter quote from which two quotes are about the same. */
const MIN_TERM_OVERLAP = 0.5;
const MIN_SHARED_TERMS = 3;
/** A negated statement shares most of its words with the other one. */
const MIN_TERM_OVERLAP_IF_NEGATED = 0.7;
const MAX_SHOWN_CHARACTERS = 160;

export interface ConflictDeps {
  readonly language: Language;
  readonly retriever: Pick<Retriever, "terms">;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * The quotes of different documents that are about the same and differ in an amount, a weekday or a negation, the newer
 * one first.
 */
export function findConflicts(
  citations: readonly CitedQuote[],
  deps: ConflictDeps,
): readonly AnswerConflict[] {
  const quotes = citations.map((citation) => analyseQuote(citation, deps));
  return quotes.flatMap((a, position) =>
    quotes.slice(position + 1).flatMap((b) => {
      if (isSameItem(a.citation, b.citation) || !isConflict(a, b)) return [];
      const [newer, older] = a.citation.updatedAt >= b.citation.updatedAt ? [a, b] : [b, a];
      const text = deps.language.sentences.conflict(toSide(newer), toSide(older), deps.now);
      return [{ newer: newer.citation.n, older: older.citation.n, text }];
    }),
  );
}

interface AnalysedQuote extends Facts {
  readonly citation: CitedQuote;
  readonly text: string;
  readonly terms: ReadonlySet<string>;
}

function analyseQuote(citation: CitedQuote, { language, retriever }: ConflictDeps): AnalysedQuote {
  const text = toPlainText(citation.quote).replace(/\s+/g, " ").trim();
  const facts = language.texts.extractFacts(text);
  const terms = retriever.terms(facts.rest).flatMap(({ term, weight }) => (weight > 0 ? [term] : []));
  return { ...facts, citation, text, terms: new Set(terms) };
}

function isConflict(a: AnalysedQuote, b: AnalysedQuote): boolean {
  const shared = [...a.terms].filter((term) => b.terms.has(term)).length;
  const overlap = shared / Math.max(1, Math.min(a.terms.size, b.terms.size));
  if (shared < MIN_SHARED_TERMS || overlap < MIN_TERM_OVERLAP) return false;
  if (a.isNegated !== b.isNegated && overlap >= MIN_TERM_OVERLAP_IF_NEGATED) return true;
  if (areDisjoint(a.weekdays, b.weekdays)) return true;
  return [...a.amounts].some(([unit, numbers]) => areDisjoint(numbers, b.amounts.get(unit) ?? new Set()));
}

/** Both have values, and none in common. */
function areDisjoint(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && [...a].every((value) => !b.has(value));
}

function isSameItem(a: CitedQuote, b: CitedQuote): boolean {
  return a.sourceId === b.sourceId && a.itemId === b.itemId;
}

function toSide({ citation, text }: AnalysedQuote): ConflictSide {
  const shown = text.length > MAX_SHOWN_CHARACTERS ? `${text.slice(0, MAX_SHOWN_CHARACTERS)}…` : text;
  return { source: citation.source, text: shown, n: citation.n, updatedAt: Date.parse(citation.updatedAt) };
}
