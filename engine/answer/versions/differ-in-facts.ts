import type { TextPatterns } from "../../language/language";
import { disjointKinds } from "./contradicts";

interface TextOf {
  readonly text: string;
}

/** Whether two statements in nearly the same words state different values, or one denies the other. */
export function differInFacts(a: TextOf, b: TextOf, { extractFacts }: Pick<TextPatterns, "extractFacts">) {
  const [left, right] = [extractFacts(a.text), extractFacts(b.text)];
  return left.isNegated !== right.isNegated || disjointKinds(left.facts, right.facts).length > 0;
}
