import { escapeMarkdown } from "../../text/escape-markdown";
import type { TaskContext, TaskPart } from "../task";
import type { DatedEntry } from "./dated-entries";

/** An entry as an item with its date. */
export function entryPart({ document, text, start, end, date }: DatedEntry, { deps }: TaskContext): TaskPart {
  const label = deps.language.sentences.tasks.date(date.from, date.unit);
  return [`\n- **${label}**: ${escapeMarkdown(text)} `, { document, start, end }];
}
