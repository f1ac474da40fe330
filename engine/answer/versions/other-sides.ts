import type { ScoredStatement } from "../evidence/score-statements";
import type { ComparedStatement, Contradiction } from "./compared-statement";
import { disjointKinds } from "./contradicts";

/** Statements that contradict a picked one and are shown beside it. */
const MAX_OTHER_SIDES = 3;

/** What contradicts the picked statements and is not among them; of those that say the same, the first. */
export function otherSides(
  picked: readonly ScoredStatement[],
  contradictions: readonly Contradiction[],
): readonly ScoredStatement[] {
  const places = new Set(picked.map(placeOf));
  const sides = contradictions.flatMap(({ newer, older }) => {
    const [hasNewer, hasOlder] = [places.has(placeOf(newer)), places.has(placeOf(older))];
    if (hasNewer === hasOlder) return [];
    return [hasNewer ? older : newer];
  });
  const shown: ComparedStatement[] = [];
  for (const side of sides.sort((a, b) => b.score - a.score)) {
    if (shown.length < MAX_OTHER_SIDES && shown.every((other) => differ(side, other))) shown.push(side);
  }
  return shown;
}

function differ(a: ComparedStatement, b: ComparedStatement): boolean {
  return (
    a.analysed.isNegated !== b.analysed.isNegated ||
    disjointKinds(a.analysed.facts, b.analysed.facts).length > 0
  );
}

function placeOf({ passage, statement }: ScoredStatement): string {
  return `${passage.document.documentId} ${statement.start} ${statement.end}`;
}
