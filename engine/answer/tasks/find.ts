import type { ScoredStatement } from "../evidence/score-statements";
import { escapeMarkdown } from "../text/escape-markdown";
import { createSubject, nameOf } from "./find-places";
import { type IntentOf, searchSubject, type TaskContext, type TaskOutcome, type TaskPart } from "./task";

const MAX_DOCUMENTS = 10;
const MAX_SNIPPET_CHARACTERS = 160;

/** The documents that have every word of the subject, best first, each with its best statement. */
export async function find({ subject: words }: IntentOf<"find">, context: TaskContext): Promise<TaskOutcome> {
  const subject = createSubject(words, context);
  const { passages, statements } = await searchSubject(words, context);
  const found = new Map<number, TaskPart>();
  for (const { document, chunk } of passages) {
    const text = document.text.slice(chunk.start, chunk.end);
    const isMatch = subject.isIn(
      [document.title, document.fileName ?? "", ...chunk.headings, text].join("\n"),
    );
    if (!isMatch || found.has(document.documentId) || found.size === MAX_DOCUMENTS) continue;
    const best = statements.find((statement) => statement.passage.document === document);
    const { start, end } = best?.statement ?? chunk;
    const head = `\n- **${escapeMarkdown(nameOf(document))}** · ${escapeMarkdown(context.deps.sourceLabel(document.sourceId))}`;
    found.set(document.documentId, [
      `${head}${best ? `: ${snippetOf(best)}` : ""} `,
      { document, start, end },
    ]);
  }
  return found.size > 0 ? [...found.values()] : "nothing";
}

function snippetOf({ text }: ScoredStatement): string {
  const line = text.replace(/\s+/g, " ");
  if (line.length <= MAX_SNIPPET_CHARACTERS) return escapeMarkdown(line);
  const cut = line.lastIndexOf(" ", MAX_SNIPPET_CHARACTERS);
  return `${escapeMarkdown(line.slice(0, cut > 0 ? cut : MAX_SNIPPET_CHARACTERS))} …`;
}
