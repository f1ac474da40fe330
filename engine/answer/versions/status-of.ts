import type { PassageStatus } from "../../model/answer";
import type { Document } from "../../model/document";
import type { Quote } from "../extract/to-quote";
import type { ComparedStatement } from "./compared-statement";
import { type DocumentStatus, documentStatus, type StatusDeps } from "./document-status";

/** Whether the words of a quote are in force, and since when they are not; empty where nothing is known. */
export function statusOf(
  { passage, start, end }: Pick<Quote, "passage" | "start" | "end">,
  compared: readonly ComparedStatement[],
): { readonly status?: PassageStatus; readonly supersededOn?: number } {
  const quoted = compared.find(
    (other) =>
      other.passage.document === passage.document &&
      other.statement.start < end &&
      start < other.statement.end,
  );
  if (!quoted) return {};
  return toPassageStatus(quoted.analysed.status);
}

/** Whether a document as a whole is in force, by its own words and by those of the documents found beside it. */
export function statusOfDocument(
  document: Document,
  compared: readonly ComparedStatement[],
  deps: StatusDeps,
): PassageStatus | undefined {
  const { documentId, chunks } = document;
  const isReplaced = compared.some(
    ({ passage, analysed }) => passage.document.documentId === documentId && analysed.status.supersededBy,
  );
  if (isReplaced) return "superseded";
  const chunk = chunks[0] ?? { ordinal: 0, start: 0, end: document.text.length, headings: [] };
  const passage = { document, chunk: { ...chunk, headings: [] }, score: 0, keywordScore: 0 };
  return toPassageStatus(documentStatus(passage, deps)).status;
}

function toPassageStatus({ isSuperseded, isDraft, supersededOn }: DocumentStatus) {
  if (isSuperseded)
    return { status: "superseded", ...(supersededOn !== undefined && { supersededOn }) } as const;
  return isDraft ? ({ status: "draft" } as const) : {};
}
