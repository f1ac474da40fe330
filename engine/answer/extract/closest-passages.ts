import type { Language } from "../../language/language";
import type { Citation } from "../../model/answer";
import { type CitationDeps, toCitation } from "../cite/to-citation";
import type { Evidence } from "../evidence/assess-evidence";
import type { JudgedStatement } from "../evidence/judge-statements";
import { toQuote } from "./to-quote";

const MAX_PASSAGES = 3;
/** Share of the question's weight, and cosine with it, of which one makes a statement near. */
const MIN_COVERAGE = 0.3;
const MIN_SIMILARITY = 0.45;

/** The best statement of each of the nearest documents, where none answers. Empty when nothing is near. */
export function closestPassages(
  { statements }: Pick<Evidence, "statements">,
  deps: CitationDeps & { readonly language: Language },
): readonly Citation[] {
  const documents = new Set<number>();
  const nearest = statements.filter((statement) => {
    const { documentId } = statement.passage.document;
    if (!isNear(statement) || documents.has(documentId)) return false;
    documents.add(documentId);
    return true;
  });
  return nearest
    .slice(0, MAX_PASSAGES)
    .map((statement, position) => toCitation(toQuote(statement, deps.language), position + 1, deps));
}

function isNear({ features }: JudgedStatement): boolean {
  return features.coverage >= MIN_COVERAGE || features.similarity >= MIN_SIMILARITY;
}
