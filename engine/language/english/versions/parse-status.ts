import { periodOfDate } from "../../period-of-date";
import type { StatusWords } from "../../version-patterns";
import { findVersions } from "../facts/amounts";
import { findDates } from "../facts/dates";
import { VERSION_NOUN } from "./version-nouns";

/** What is no longer in force. Short lists of other languages are German, French and Spanish. */
const OUTDATED =
  "(?:superseded|deprecated|outdated|obsolete|archived|withdrawn|repealed|out of date|no longer (?:valid|in force|current|up to date|in use|used|applicable)|not valid any ?more|replaced|veraltet|überholt|abgelöst|außer kraft|ersetzt (?:durch|am)|obsolète|périmée?|remplacée? par|obsolet[oa]|sustituid[oa] por|derogad[oa])";
const DRAFT = "(?:draft|proposal|proposed|entwurf|vorschlag|brouillon|projet|borrador|propuesta)";
/** At the beginning of a line, of a bracket or after a label: "Status: draft", "(deprecated)". */
const MARK_START = String.raw`(?:^|[\n([>|*_#:-]\s*|\bstatus\s*:?\s*)`;
const MARK_END = String.raw`(?:\s*(?:[.,;:!)\]*_|\n–-]|$)|\s+(?:by|on|since|as of|with|for)\b)`;
const OUTDATED_MARK = new RegExp(`${MARK_START}${OUTDATED}${MARK_END}`, "iu");
const DRAFT_MARK = new RegExp(`${MARK_START}(?:first |working )?${DRAFT}${MARK_END}`, "iu");
const SUBJECT = String.raw`\b(?:this|these|the|our|diese[rs]?|cette|est[ea])\s+(?:\p{L}+\s+){0,3}?${VERSION_NOUN}`;
const OUTDATED_SENTENCE = new RegExp(
  String.raw`${SUBJECT}\s+(?:\p{L}+\s+){0,4}?(?:is|are|was|were|been|be|ist|wurde|est|fue)\s+(?:now\s+|hereby\s+)?${OUTDATED}`,
  "iu",
);
const DRAFT_SENTENCE = new RegExp(
  String.raw`\bthis\s+(?:\p{L}+\s+)?(?:is|remains)\s+(?:still\s+)?(?:only\s+)?(?:an?\s+)?${DRAFT}`,
  "iu",
);
/** In the name of a document or of its folder. */
const OUTDATED_NAME = new RegExp(
  String.raw`(?:^|[/([]\s*|\s)(?:archived?|archiv|obsolete|deprecated|superseded|outdated|backup|legacy|veraltet)(?:\s*[/)\]]|\s|$)|(?:[/(]|^)\s*(?:old|alt)\s*[/)]|\s(?:old|alt)$|\bold\s+(?:\p{L}+\s+)?${VERSION_NOUN}`,
  "iu",
);
const DRAFT_NAME = new RegExp(String.raw`(?<!\p{L})${DRAFT}(?!\p{L})`, "iu");
const COPY_NAME = /(?<!\p{L})(?:copy(?: of)?|kopie|copie|copia|duplicate)(?!\p{L})/iu;
const STATE_OR_NOUN = new RegExp(
  String.raw`(?<!\p{L})(?:${VERSION_NOUN}|${DRAFT}|copy(?: of)?|archived?|obsolete|deprecated|superseded|outdated|backup|legacy|old|new|final|current|latest)(?!\p{L})`,
  "giu",
);

const REPLACES =
  /(?:replac(?:es|ing)|supersed(?:es|ing)|repeals|ersetzt(?!\s+(?:durch|am))|remplace(?!e)|sustituye|reemplaza|sostituisce|vervangt)\s+(?<old>(?:[^.\n]|\.(?=\d)){1,80})/iu;
const FROM = `(?:from|as of|since|starting(?: on)?|with effect from|beginning(?: on)?|ab|seit|vom|à partir d[ue]|depuis(?: le)?|dès le|desde(?: el)?|a partir del?|dal?|vanaf|per)`;
const UNTIL = `(?:until|till|through|up to|bis(?: zum)?|jusqu['’]au|hasta(?: el)?|fino al?|tot)`;
const IN_FORCE =
  "(?:valid|effective|in force|in effect|into force|into effect|appl(?:y|ies|icable)|binding|expires?|expired|gilt|gelten|gültig|in kraft|valable|en vigueur|applicable|vigente|válid[oa]|valid[oa]|geldig|status|version|stand)";
const BEFORE_DATE = {
  validFrom: new RegExp(
    String.raw`${IN_FORCE}\s*(?:only\s+)?:?\s*(?:${FROM}|on|am)?\s*(?:the\s+|dem\s+|le\s+|el\s+)?$`,
    "iu",
  ),
  validUntil: new RegExp(
    String.raw`(?:${IN_FORCE}\s*(?:only\s+)?${UNTIL}|expire[sd]?(?: on)?)\s*(?:the\s+|zum\s+)?$`,
    "iu",
  ),
  supersededOn:
    /(?:replaced|superseded|withdrawn|repealed|ersetzt|abgelöst|außer kraft|remplacée?)\s+(?:on|since|as of|from|am|seit|le)\s+(?:the\s+)?$/iu,
};
/** In a single statement the mere words of a period say when it holds. */
const BEFORE_DATE_OF_STATEMENT = {
  ...BEFORE_DATE,
  validFrom: new RegExp(String.raw`(?:^|[\s(])${FROM}\s+(?:the\s+|dem\s+)?$`, "iu"),
  validUntil: new RegExp(String.raw`(?:^|[\s(])${UNTIL}\s+(?:the\s+)?$`, "iu"),
};
/** Characters before a date that are read. */
const LEAD_CHARACTERS = 40;

/** What the words of a text say of its own version. */
export function parseStatus(text: string, scope: "document" | "statement"): StatusWords {
  const replaced = REPLACES.exec(text)?.groups?.old;
  const isOutdated = scope === "document" && (OUTDATED_MARK.test(text) || OUTDATED_SENTENCE.test(text));
  return {
    ...datesIn(text, scope === "document" ? BEFORE_DATE : BEFORE_DATE_OF_STATEMENT),
    isSuperseded: isOutdated,
    isDraft: scope === "document" && (DRAFT_MARK.test(text) || DRAFT_SENTENCE.test(text)),
    isCopy: false,
    ...(scope === "document" && replaced !== undefined && { replaces: versionsIn(replaced) }),
  };
}

/** What a title, a heading or a path says of the version of what it names. */
export function parseStatusOfName(name: string): StatusWords {
  const words = wordsOfName(name);
  const { years, versions } = versionsIn(words);
  const [year] = years.slice(-1);
  const [version] = versions.slice(-1);
  return {
    isSuperseded: OUTDATED_NAME.test(words),
    isDraft: DRAFT_NAME.test(words),
    isCopy: COPY_NAME.test(words),
    ...(year !== undefined && { year }),
    ...(version !== undefined && { version }),
  };
}

/** The subject of a name: without years, versions, and words for documents and their state. */
export function withoutVersion(name: string): string {
  const words = wordsOfName(name);
  const known = [...findDates(words), ...findVersions(words)];
  return known
    .reduce((text, { start, end }) => text.slice(0, start) + " ".repeat(end - start) + text.slice(end), words)
    .replace(STATE_OR_NOUN, " ");
}

function wordsOfName(name: string): string {
  return name
    .replace(/\.\p{L}{2,5}$/u, "")
    .replace(/[-_]+/g, " ")
    .replace(/\s+/g, " ");
}

function versionsIn(text: string): NonNullable<StatusWords["replaces"]> {
  return {
    years: findDates(text).flatMap(({ value }) => (/^\d{4}/.test(value) ? [Number(value.slice(0, 4))] : [])),
    versions: findVersions(text).map(({ value }) => value),
  };
}

function datesIn(text: string, patterns: typeof BEFORE_DATE): Pick<StatusWords, keyof typeof BEFORE_DATE> {
  const found: { -readonly [Key in keyof typeof BEFORE_DATE]?: number } = {};
  for (const { value, start } of findDates(text)) {
    if (!/^\d{4}/.test(value)) continue;
    const lead = text.slice(Math.max(0, start - LEAD_CHARACTERS), start).replace(/[*_]/g, "");
    const [first, end] = periodOfDate(value);
    if (patterns.supersededOn.test(lead)) found.supersededOn = first;
    else if (patterns.validUntil.test(lead)) found.validUntil = end;
    else if (patterns.validFrom.test(lead)) found.validFrom = first;
  }
  return found;
}
