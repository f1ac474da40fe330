import { type FoundTerm, lookUpTerm } from "../keyword/look-up-term";
import type { ParsedQuery } from "../keyword/parse-query";
import type { SegmentSet } from "../segment-set";
import { emptyTermsOf } from "./question-words";
import { wordFormsOf } from "./word-forms";

/** Forms of a word that are searched, the most frequent ones. */
const MAX_FORMS = 16;

/** A word of a query with its forms in the index. */
export interface WordGroup {
  /** See `WordForms.basesOf`. */
  readonly base: string;
  /** Those of the query itself, and others. */
  readonly forms: readonly (FoundTerm & { readonly isAsked: boolean })[];
  /** Live rows with a form, at most. */
  readonly frequency: number;
  /** It says nothing of a text. */
  readonly isEmpty: boolean;
}

/** The words of a query, each once, in order; a compound is its parts. */
export function groupTerms(query: ParsedQuery, set: SegmentSet): readonly WordGroup[] {
  const wordForms = wordFormsOf(set);
  const empty = emptyTermsOf(query, set);
  const groups = new Map<string, Set<string>>();
  for (const term of query.terms) {
    for (const base of empty.has(term) ? [term] : wordForms.basesOf(term)) {
      const forms = groups.get(base) ?? new Set();
      groups.set(base, forms.add(term));
      if (empty.has(term)) continue;
      for (const form of wordForms.formsOf(base)) forms.add(form);
    }
  }
  shareCompounds(groups, (term) => wordForms.basesOf(term));
  return [...groups].map(([base, forms]) => {
    const found = [...forms].map((form) => lookUpTerm(form, set)).filter(({ frequency }) => frequency > 0);
    const asked = new Set(query.terms);
    // What was typed is kept, however rare it is.
    found.sort((a, b) => Number(asked.has(b.term)) - Number(asked.has(a.term)) || b.frequency - a.frequency);
    const frequency = Math.min(
      set.rows,
      found.reduce((sum, form) => sum + form.frequency, 0),
    );
    return {
      base,
      forms: found.slice(0, MAX_FORMS).map((form) => ({ ...form, isAsked: asked.has(form.term) })),
      frequency,
      isEmpty: empty.has(base),
    };
  });
}

/** A compound that one of its parts has found is a form of the others too. */
function shareCompounds(
  groups: ReadonlyMap<string, Set<string>>,
  basesOf: (term: string) => readonly string[],
): void {
  for (const form of new Set([...groups.values()].flatMap((forms) => [...forms]))) {
    for (const base of basesOf(form)) groups.get(base)?.add(form);
  }
}
