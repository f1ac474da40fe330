import type { DateMention } from "../date-mention";
import type { TaskSentences } from "../task-sentences";
import { formatTimeRange } from "./format-time-range";

const DATE_FORMATS: Readonly<Record<DateMention["unit"], Intl.DateTimeFormatOptions>> = {
  day: { day: "numeric", month: "short", year: "numeric" },
  month: { month: "long", year: "numeric" },
  quarter: { month: "long", year: "numeric" },
  year: { year: "numeric" },
};

export const taskSentences: TaskSentences = {
  nameSubject: "Name what it is about: a document by its title, a heading, or a topic.",
  furtherSections: (headings) => `Further sections: ${headings.join(", ")}.`,
  more: (count) => `… and ${count} more`,
  nothingOn: (name, scopePhrase) => `Nothing ${scopePhrase} is on ${name}.`,
  onlyIn: (name) => `**${name}** alone:`,
  found: (count, titles, isWhole) => {
    const [first = ""] = titles;
    const place = titles.length === 1 ? `“${first}”` : `${titles.length} documents`;
    return `${isWhole ? "" : "At least "}${count} in ${place}:`;
  },
  date: (time, unit) => new Intl.DateTimeFormat("en-GB", DATE_FORMATS[unit]).format(time),
  loosened: (range) => `Nothing is dated ${formatTimeRange(range)}. The newest:`,
  newestDocuments: "**Documents changed last**",
  replaces: (newer, older) => `**${newer}** beside **${older}**, which came before it:`,
  thanks: "You’re welcome. Ask the next question whenever you like.",
  help: (scopePhrase, { titles: [first = "…", second = first], versions: [newer = "…", older = "…"] }) =>
    [
      `Ask for a fact, and the answer quotes what is ${scopePhrase}, with the place. You can ask for more than facts:`,
      "",
      `- a summary: “Summarise ${first}”`,
      `- an overview: “Tell me about ${second}”`,
      `- a comparison: “Compare ${older} and ${newer}”`,
      "- a list with its count: “Which … are there?”",
      "- what is new: “What’s new this month?”",
      "- a definition: “Define …”",
      "- documents: “Find documents about …”",
    ].join("\n"),
};
