import { escapeMarkdown } from "../text/escape-markdown";
import { nameOf, versionKey } from "./find-places";
import type { IntentOf, TaskContext, TaskOutcome } from "./task";

const MAX_READ_DOCUMENTS = 12;
const MAX_TITLES = 2;
/** A longer title is an address or a sentence. */
const MAX_TITLE_CHARACTERS = 60;

/**
 * What Atlas can do, with example questions about the person's own documents. It says nothing of what the sources hold,
 * so it has no citations; `found` is true, because nothing was looked for in vain.
 */
export async function help({ reply }: IntentOf<"help">, { deps }: TaskContext): Promise<TaskOutcome> {
  const { tasks } = deps.language.sentences;
  if (reply === "thanks") return [[tasks.thanks]];
  const documents = deps.focusedDocument
    ? [deps.focusedDocument]
    : ((await deps.retriever.newest?.(MAX_READ_DOCUMENTS)) ?? []);
  const names = documents.map(nameOf).filter((name) => name.length <= MAX_TITLE_CHARACTERS);
  const versions = versionsOf(names).map(escapeMarkdown);
  const distinct = new Map(names.map((name) => [versionKey(name), escapeMarkdown(name)]));
  return [[tasks.help(deps.scopePhrase, { titles: [...distinct.values()].slice(0, MAX_TITLES), versions })]];
}

/** Two names that differ in their numbers alone, the newer first; empty where there are none. */
function versionsOf(names: readonly string[]): readonly string[] {
  for (const name of names) {
    const other = names.find((one) => one !== name && versionKey(one) === versionKey(name));
    if (other !== undefined) return [name, other];
  }
  return [];
}
