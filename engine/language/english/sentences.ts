import type { ConflictSide, Sentences } from "../language";
import { formatAge } from "./format-age";
import { formatTimeRange } from "./format-time-range";
import { taskSentences } from "./task-sentences";

export const sentences: Sentences = {
  tasks: taskSentences,
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
