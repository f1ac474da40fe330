import type { Passage } from "../../model/passage";
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

/** A heading inside a passage. */
interface SectionTerms {
  /** Offset in the document. */
  readonly start: number;
  readonly terms: ReadonlySet<string>;
  readonly isQuestion: boolean;
}

const HEADING = /^#{1,6}[ \t]+(?<words>.+)$/gm;
const QUESTION_END = /[?？؟]\W*$/;

function readPassage({ document, chunk }: Passage, matcher: TermMatcher): PassageTerms {
  const text = document.text.slice(chunk.start, chunk.end);
  const names = [
    document.title,
    document.fileName,
    document.author,
    ...(document.container ?? []),
    ...chunk.headings,
  ].filter(Boolean);
  const headings = document.format === "markdown" ? [...text.matchAll(HEADING)] : [];
  return {
    context: matcher.matches(names.join("\n")),
    passage: matcher.matches(text),
    sections: headings.map(({ index, groups }) => {
      const words = groups?.words ?? "";
      return {
        start: chunk.start + index,
        terms: matcher.matches(words),
        isQuestion: QUESTION_END.test(words),
      };
    }),
  };
}

const NOWHERE: ReadonlySet<string> = new Set();

/** A statement by itself. */
export function onlyStatement({ statement, text }: StatementSurroundings): StatementSurroundings {
  return { statement, text, context: NOWHERE, neighbours: NOWHERE, passage: NOWHERE };
}
