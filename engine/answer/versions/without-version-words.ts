import type { Passage } from "../../model/passage";
import type { Retriever } from "../../retrieve/retriever";
import { documentStatus, type StatusDeps } from "./document-status";
import { holdsIn, isOfVersion } from "./holds-in";
import { withoutWords } from "./without-words";

export interface VersionWordDeps extends StatusDeps {
  readonly passages: readonly Passage[];
  readonly retriever: Pick<Retriever, "terms">;
}

/**
 * A question without the words that choose among versions ("current", "2024"), which the statements of that version need not
 * repeat. A year or version stays where no document found is of it: it is then part of what is asked for.
 */
export function withoutVersionWords(question: string, deps: VersionWordDeps): string {
  const { passages, language, retriever, now } = deps;
  const { words, period, version } = language.versions.parseChoice(question);
  const areVersioned =
    words.version.length > 0 &&
    passages.some((passage) => {
      const status = documentStatus(passage, { language, now });
      return (period && holdsIn(status, period)) || (version !== undefined && isOfVersion(status, version));
    });
  const rest = withoutWords(question, [...words.age, ...(areVersioned ? words.version : [])]);
  return retriever.terms(rest).some(({ weight }) => weight > 0) ? rest : question;
}
