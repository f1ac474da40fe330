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
  unorderedConflict: (one, other, now) =>
    `${formatSide(one, now)}; ${formatSide(other, now)}. Neither is known to be the newer`,
  quoteStatus: (status, supersededOn) => {
    if (status === "draft") return "(a draft)";
    return supersededOn === undefined ? "(no longer in force)" : `(replaced on ${formatDay(supersededOn)})`;
  },
  timeIgnored: (timeRange) => `Nothing of ${timeRange} answers this; other times were searched too`,
  followUpQuestion: (heading, title) =>
    title === "" ? `What about “${heading}”?` : `What does “${title}” say about “${heading}”?`,
  timeRange: formatTimeRange,
};

function formatSide(side: ConflictSide, now: number): string {
  const version = formatVersion(side, now);
  return `${side.source}${version === "" ? "" : ` (${version})`} says “${side.text}” [${side.n}]`;
}

function formatVersion({ version, year, validFrom, updatedAt }: ConflictSide, now: number): string {
  if (validFrom !== undefined) return `from ${formatDay(validFrom)}`;
  if (version !== undefined) return `version ${version}`;
  if (year !== undefined) return String(year);
  return updatedAt > 0 ? formatAge(updatedAt, now) : "";
}

/** "1 January 2026"; the dates of documents are read without a time zone. */
function formatDay(time: number): string {
  return new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(time);
}
