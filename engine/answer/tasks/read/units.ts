import type { Language } from "../../../language/language";
import type { Document } from "../../../model/document";
import { escapeMarkdown } from "../../text/escape-markdown";
import { proseText } from "../../text/prose-text";
import { splitPassage } from "../../text/split-passage";
import type { Block, Words } from "./block";
import { blocksOf } from "./blocks";

/** What a summary can take from a section: a sentence, or a list or table with the sentence that introduces it. */
export interface Unit {
  readonly kind: "sentence" | "items";
  readonly start: number;
  readonly end: number;
  /** As a reader sees it, without its items. */
  readonly text: string;
  /** Items of a list, rows of a table. */
  readonly items: readonly Words[];
}

/** Statements that no summary has. */
const OTHER_KINDS: ReadonlySet<string> = new Set(["code", "excerpt"]);
const FIELD = /^[^:]{1,40}: /;

/** The units of the stretch `[start, end)` of a document, in order. Code, headings and link lists are none. */
export function unitsOf(
  document: Document,
  range: readonly [number, number],
  language: Language,
): readonly Unit[] {
  const units: Unit[] = [];
  for (const block of blocksOf(document, range)) {
    if (block.kind === "prose") units.push(...sentencesOf(document, block, language));
    else {
      const items = itemsOf(block);
      if (items.length > 0) units.push(withItems(block, items, takeLeadIn(units)));
    }
  }
  return units;
}

/** Items of a list, rows of a table as lines. */
export function itemsOf(block: Block): readonly Words[] {
  if (block.kind === "list") return block.items;
  return block.kind === "table" ? rowWords(block) : [];
}

/** Removes the last sentence where it announces what follows. */
function takeLeadIn(units: Unit[]): Unit | undefined {
  const last = units.at(-1);
  return last?.kind === "sentence" && last.text.endsWith(":") ? units.pop() : undefined;
}

function withItems({ start, end }: Block, items: readonly Words[], lead: Unit | undefined): Unit {
  return { kind: "items", start: lead?.start ?? start, end, text: lead?.text ?? "", items };
}

/** The stretch as it is shown in an answer: on one line, its own markup escaped. */
export function shownText(document: Document, start: number, end: number): string {
  const lines = proseText(document, start, end)
    .trim()
    .split(/\s*\n\s*/);
  // The fields of a record are no sentence.
  const isRecord = lines.length > 1 && lines.every((line) => FIELD.test(line));
  return escapeMarkdown(lines.join(isRecord ? " · " : " ").replace(/\s+/g, " "));
}

function sentencesOf(document: Document, { start, end }: Block, language: Language): readonly Unit[] {
  const chunk = { ordinal: 0, start, end, headings: [] };
  const units: Unit[] = [];
  for (const statement of splitPassage({ document, chunk, score: 0, keywordScore: 0 }, language)) {
    // A record is a statement beside those of its fields; what a mail quotes is another one's.
    const isRepeated = statement.start < (units.at(-1)?.end ?? 0);
    if (OTHER_KINDS.has(statement.kind) || isRepeated || statement.isQuotedReply) continue;
    const text = statement.words ?? proseText(document, statement.start, statement.end);
    const shown = text.replace(/\s+/g, " ").trim();
    units.push({ kind: "sentence", start: statement.start, end: statement.end, text: shown, items: [] });
  }
  return units;
}

/** A row on one line: its first cell, then the others with the names of their columns. */
function rowWords({ header, rows }: Extract<Block, { readonly kind: "table" }>): readonly Words[] {
  return rows.map(({ start, end, cells }) => {
    const [first = "", ...others] = cells;
    const values = others.flatMap((cell, column) => {
      const name = header[column + 1];
      return cell === "" ? [] : [name ? `${name} ${cell}` : cell];
    });
    return { start, end, text: values.length === 0 ? first : `${first}: ${values.join(", ")}` };
  });
}
