import type { DocumentType } from "../../model/source-document";
import type { FilterPatterns } from "../language";
import { parseTimeBound, parseTimes } from "./parse-times";
import { DOCUMENT_OF_A_TIME } from "./versions/version-nouns";

const DOCUMENT_NOUNS: Readonly<Record<DocumentType, string>> = {
  page: "page",
  file: "file",
  bookmark: "bookmark",
  visit: "visit",
  tab: "tab",
  thread: "thread",
  mail: "mail",
  issue: "issue",
  event: "event",
};

export const filters: FilterPatterns = {
  keys: new Map([
    ["source", "source"],
    ["app", "source"],
    ["from", "author"],
    ["by", "author"],
    ["author", "author"],
    ["in", "container"],
    ["container", "container"],
    ["channel", "container"],
    ["folder", "container"],
    ["type", "type"],
    ["after", "after"],
    ["since", "since"],
    ["before", "before"],
  ]),
  documentTypes: new Map(
    (Object.entries(DOCUMENT_NOUNS) as [DocumentType, string][]).flatMap(([type, noun]) => [
      [noun, type],
      [`${noun}s`, type],
    ]),
  ),
  locationPreposition: /\b(?:in|on|from|at|within|inside|across)\s+(?:(?:my|our|the)\s+)?/gi,
  authorPreposition: /\b(?:from|by)\s+/gi,
  containerNoun: /^\s+(?:channel|folder|repo(?:sitory)?|project|space|label|notebook)\b/i,
  asksForDocuments:
    /\b(?:sa(?:y|ys|id)|wr(?:ite|ites|ote|itten)|post(?:s|ed)?|mention(?:s|ed)?|discuss(?:ed|ions?)?|decided?|decisions?|agreed?|asked|reported|sen[dt]|shared?|find|search|show|list|looking for|messages?|e?-?mails?|threads?|tickets?|issues?|documents?|docs?|notes?|anything|updates?|changed|happened)\b/i,
  versionedNoun: new RegExp(String.raw`\b${DOCUMENT_OF_A_TIME}\s+(?:(?:valid|dated|made|written)\s+)?$`, "i"),
  parseTimes,
  parseTimeBound,
};
