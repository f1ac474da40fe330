import type { Stretch } from "./block";

/** A chunk in the making. */
export interface Piece extends Stretch {
  readonly tokens: number;
  /** The deepest headings common to all its text; headings without text of their own don't count. */
  readonly path: readonly string[];
  /** Nothing but headings. */
  readonly bare: boolean;
  /** A whole section, or all of one's own text: may be joined with its neighbours. */
  readonly whole: boolean;
}

/** Two neighbouring pieces as one. */
export function joinPieces(left: Piece, right: Piece): Piece {
  return {
    start: left.start,
    end: right.end,
    tokens: left.tokens + right.tokens,
    path: commonPath(left, right),
    bare: left.bare && right.bare,
    whole: left.whole && right.whole,
  };
}

function commonPath(left: Piece, right: Piece): readonly string[] {
  if (left.bare !== right.bare) return left.bare ? right.path : left.path;
  const differs = left.path.findIndex((heading, depth) => heading !== right.path[depth]);
  return differs === -1 ? left.path : left.path.slice(0, differs);
}
