import type { Passage } from "../../model/passage";
import { headingsIn } from "../text/headings-in";
import type { ScoredStatement } from "./score-statements";
import type { StatementSurroundings } from "./support-words";
import type { TermMatcher } from "./term-matcher";
import { textWithoutContext } from "./text-without-context";

/** Finds the question's terms around statements; what statements share is read once. */
export function createSurroundings(statements: readonly ScoredStatement[], matcher: TermMatcher) {
  const termsOf = new Map(statements.map(({ statement, terms }) => [statement, terms]));
  const known = new Map<Passage, PassageTerms>();
  return (candidate: ScoredStatement): StatementSurroundings => {
    const { passage, statement, siblings } = candidate;
    const shared = known.get(passage) ?? readPassage(passage, matcher);
    known.set(passage, shared);
    const at = siblings.indexOf(statement);
    const near = [siblings[at - 1], siblings[at + 1]].flatMap((one) => [
      ...((one && termsOf.get(one)) ?? []),
    ]);
    const section = shared.sections.findLast(({ start }) => start <= statement.start);
    const context = statement.context === undefined ? [] : matcher.matches(statement.context);
    return {
      // What stands below a question answers it.
      statement: new Set([...ownTermsOf(candidate), ...(section?.isQuestion ? section.terms : [])]),
      context: new Set([...shared.context, ...(section?.terms ?? []), ...context]),
      neighbours: new Set(near),
      passage: shared.passage,
      text: textWithoutContext(candidate),
    };
  };
}

function ownTermsOf({ terms, ownTerms }: ScoredStatement): ReadonlySet<string> {
  return ownTerms ?? terms;
}

interface PassageTerms {
  readonly context: ReadonlySet<string>;
  readonly passage: ReadonlySet<string>;
  readonly sections: readonly SectionTerms[];
}

/** What stands below a heading inside a passage. */
interface SectionTerms {
  /** Offset in the document. */
  readonly start: number;
  readonly terms: ReadonlySet<string>;
  readonly isQuestion: boolean;
}

const QUESTION_END = /[?？؟]\W*$/;

function readPassage(passage: Passage, matcher: TermMatcher): PassageTerms {
  const { document, chunk } = passage;
  const text = document.text.slice(chunk.start, chunk.end);
  const names = [
    document.title,
    document.fileName,
    document.author,
    ...(document.container ?? []),
    ...chunk.headings,
  ].filter(Boolean);
  return {
    context: matcher.matches(names.join("\n")),
    passage: matcher.matches(text),
    sections: headingsIn(passage).map(({ start, words }) => ({
      start,
      terms: matcher.matches(words),
      isQuestion: QUESTION_END.test(words),
    })),
  };
}

const NOWHERE: ReadonlySet<string> = new Set();

/** A statement by itself. */
export function onlyStatement({ statement, text }: StatementSurroundings): StatementSurroundings {
  return { statement, text, context: NOWHERE, neighbours: NOWHERE, passage: NOWHERE };
}
