import type { ConflictSide, Sentences, TimeExpression } from "../language";
import { formatAge } from "./format-age";

export const sentences: Sentences = {
  scopes: {
    sources: { phrase: "in your sources" },
    page: { phrase: "on this page", label: "This page" },
    file: { phrase: "in this file", label: "This file" },
  },
  noDocument: "No document fits these words.",
  noAnswer: (scopePhrase, unknownWords, hasClosest) => {
    const reason =
      unknownWords.length === 0 ? "" : ` These words do not occur there: ${unknownWords.join(", ")}.`;
    return `Nothing ${scopePhrase} answers this${hasClosest ? " directly" : ""}.${reason}`;
  },
  notSupported: (hasQuotes) =>
    `What the model wrote is not in the sources${hasQuotes ? "; these are quotes from them" : ""}`,
  noModel: (reason) => `No language model answered: ${reason}`,
  cutShort: "The model stopped at its limit",
  spentOnThinking: (tokens) => `The model spent its ${tokens} tokens on thinking`,
  leftOut: (passages) =>
    `${passages === 1 ? "1 passage" : `${passages} passages`} did not fit into the model's window`,
  conflict: (newer, older, now) => `${formatSide(newer, now)}; ${formatSide(older, now)}`,
  followUpQuestion: (heading, title) =>
    title === "" ? `What about “${heading}”?` : `What does “${title}” say about “${heading}”?`,
  timeRange: formatTimeRange,
};

function formatSide({ source, text, n, updatedAt }: ConflictSide, now: number): string {
  return `${source} (${formatAge(updatedAt, now)}) says “${text}” [${n}]`;
}

/** "since 1 Mar 2026", "16–22 Nov 2026". `before` is exclusive, as in a filter. */
function formatTimeRange({ after, before }: Pick<TimeExpression, "after" | "before">): string {
  const format = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });
  const last = before === undefined ? undefined : before - 1;
  if (after !== undefined && last !== undefined) return format.formatRange(after, Math.max(after, last));
  if (after !== undefined) return `since ${format.format(after)}`;
  return `before ${format.format(before)}`;
}
