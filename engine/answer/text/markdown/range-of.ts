import type { Nodes } from "mdast";

/** Where a parsed node stands in its Markdown. */
export function rangeOf(node: Nodes): [number, number] {
  // The parser always sets positions; their type is optional for trees made by hand.
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
}
