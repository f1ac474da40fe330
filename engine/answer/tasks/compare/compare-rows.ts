import type { Document } from "../../../model/document";
import { escapeMarkdown } from "../../text/escape-markdown";
import { placeOf, type Subject } from "../find-places";
import type { TaskPart } from "../task";
import { alignFacts } from "./align";
import { blocksOfPlace, type Fact, factsOf } from "./read-facts";
import { type ComparisonRow, writeTable } from "./write-table";

const MAX_DOCUMENTS = 12;
/** Read of a document to see whether it has both sides. */
const MAX_CHARACTERS = 60_000;

export interface ComparedRows {
  readonly left: Subject;
  readonly right: Subject;
  readonly aspect: Subject | undefined;
}

/**
 * Two rows of one table, or two items of one list, side by side; undefined when no list has both. The row of a side is
 * the one with the shortest label that has every word of it.
 */
export function compareRows(
  documents: readonly Document[],
  sides: ComparedRows,
): readonly TaskPart[] | undefined {
  for (const document of documents.slice(0, MAX_DOCUMENTS)) {
    const text = `${document.title}\n${document.text.slice(0, MAX_CHARACTERS)}`;
    if (!sides.left.isIn(text) || !sides.right.isIn(text)) continue;
    for (const block of blocksOfPlace(placeOf(document))) {
      const facts = factsOf(block, document);
      const context = [document.title, block.kind === "table" ? (block.header[0] ?? "") : ""].join("\n");
      const [left, right] = [rowOf(facts, sides.left, context), rowOf(facts, sides.right, context)];
      const [first, other] = [left[0], right[0]];
      if (!first || !other || first.label === other.label) continue;
      return writeTable([first.label, other.label], rowsOf(left, right, sides.aspect));
    }
  }
  return undefined;
}

/** The label has a word of the side; the title and the name of its column may have the others. */
function rowOf(facts: readonly Fact[], side: Subject, context: string): readonly Fact[] {
  const isIn = (label: string) => side.matcher.matches(label).size > 0 && side.isIn(`${label}\n${context}`);
  const found = facts.filter(({ label }) => isIn(label));
  const labels = found.map(({ label }) => label).toSorted((a, b) => a.length - b.length);
  return found.filter(({ label }) => label === labels[0]);
}

function rowsOf(left: readonly Fact[], right: readonly Fact[], aspect: Subject | undefined) {
  const unlabelled = (facts: readonly Fact[]) =>
    facts.map((fact) => ({ ...fact, label: fact.field, field: "" }));
  const all = alignFacts(unlabelled(left), unlabelled(right));
  const ofAspect = aspect ? all.filter((pair) => aspect.isIn((pair.left ?? pair.right)?.label ?? "")) : all;
  return (ofAspect.length > 0 ? ofAspect : all).map(
    (pair): ComparisonRow => ({
      label: (pair.left ?? pair.right)?.label ?? "",
      left: toCell(pair.left),
      right: toCell(pair.right),
    }),
  );
}

function toCell(fact: Fact | undefined) {
  return fact && { markdown: escapeMarkdown(fact.value), place: fact };
}
