import type { Document } from "../../../model/document";
import { proseText } from "../../text/prose-text";
import type { Place } from "../find-places";
import type { Block, Words } from "../read/block";
import { blocksOf } from "../read/blocks";
import { sectionsOf } from "../read/sections";

/** A value with what it is of: a cell of a table with its row and column, or what follows the label of a list item. */
export interface Fact {
  readonly label: string;
  /** The column; "" where there is one value alone. */
  readonly field: string;
  readonly value: string;
  /** The row or item. */
  readonly start: number;
  readonly end: number;
  readonly document: Document;
}

/** Characters of a place that are read. */
const MAX_CHARACTERS = 60_000;
/** A longer line is a sentence with a colon. */
const MAX_FIELD_CHARACTERS = 160;
/** `label: value`; a longer label is a sentence. */
const LABEL = /^(?<label>[^:.!?]{1,60}?)\s*(?::|–|—| - )\s*(?<value>\S.*)$/u;

/** The values of a place, in order: those of its tables, records and labelled list items. */
export function readFacts(place: Place): readonly Fact[] {
  return blocksOfPlace(place).flatMap((block) => factsOf(block, place.document));
}

/** The blocks of a place, section by section. */
export function blocksOfPlace({ document, start, end }: Place): readonly Block[] {
  const limit = Math.min(end, start + MAX_CHARACTERS);
  const sections = sectionsOf(document).filter((section) => section.start >= start && section.start < limit);
  if (sections.length === 0) return blocksOf(document, [start, limit]);
  return sections.flatMap((section) => blocksOf(document, [section.bodyStart, Math.min(section.end, end)]));
}

export function factsOf(block: Block, document: Document): readonly Fact[] {
  if (block.kind === "list") return block.items.flatMap((item) => labelledFact(item, document));
  if (block.kind === "prose") return fieldsOf(block, document);
  if (block.kind !== "table") return [];
  const { header, rows } = block;
  return rows.flatMap(({ cells: [label = "", ...values], start, end }) =>
    values.flatMap((value, column) =>
      value === "" || label === ""
        ? []
        : [{ label, field: header[column + 1] ?? "", value, start, end, document }],
    ),
  );
}

/** Lines of `key: value`. */
function fieldsOf({ start, end }: Block, document: Document): readonly Fact[] {
  let offset = start;
  return document.text
    .slice(start, end)
    .split("\n")
    .flatMap((line) => {
      const from = offset;
      offset += line.length + 1;
      const text = proseText(document, from, from + line.length).trim();
      return text.length > MAX_FIELD_CHARACTERS
        ? []
        : labelledFact({ text, start: from, end: from + line.trimEnd().length }, document);
    });
}

function labelledFact({ text, start, end }: Words, document: Document): readonly Fact[] {
  const { label, value } = LABEL.exec(text)?.groups ?? {};
  return label && value ? [{ label, field: "", value, start, end, document }] : [];
}
