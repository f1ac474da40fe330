import type { Document } from "../../../model/document";
import { escapeMarkdown } from "../../text/escape-markdown";
import { placeOf, type Subject } from "../find-places";
import type { TaskPart } from "../task";
import { alignFacts } from "./align";
import { blocksOfPlace, type Fact, factsOf } from "./read-facts";
import { type ComparisonRow, writeTable } from "./write-table";

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
  for (const document of documents) {
    for (const block of blocksOfPlace(placeOf(document))) {
      const facts = factsOf(block, document);
      const [left, right] = [rowOf(facts, sides.left), rowOf(facts, sides.right)];
      const [first, other] = [left[0], right[0]];
      if (!first || !other || first.label === other.label) continue;
      return writeTable([first.label, other.label], rowsOf(left, right, sides.aspect));
    }
  }
  return undefined;
}

function rowOf(facts: readonly Fact[], side: Subject): readonly Fact[] {
  const found = facts.filter(({ label }) => side.isIn(label));
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
