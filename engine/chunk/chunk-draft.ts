import type { OffsetRange } from "./block";

/** A chunk before its final form. */
export interface ChunkDraft extends OffsetRange {
  readonly tokens: number;
  /** The deepest headings common to all its text; headings without text are ignored. */
  readonly path: readonly string[];
  /** Nothing but headings. */
  readonly headingsOnly: boolean;
  /** A whole section, or all of its own text: may be joined with its neighbours. */
  readonly mergeable: boolean;
}

/** Two neighbouring pieces as one. */
export function mergeDrafts(left: ChunkDraft, right: ChunkDraft): ChunkDraft {
  return {
    start: left.start,
    end: right.end,
    tokens: left.tokens + right.tokens,
    path: commonPath(left, right),
    headingsOnly: left.headingsOnly && right.headingsOnly,
    mergeable: left.mergeable && right.mergeable,
  };
}

function commonPath(left: ChunkDraft, right: ChunkDraft): readonly string[] {
  if (left.headingsOnly !== right.headingsOnly) return left.headingsOnly ? right.path : left.path;
  const differs = left.path.findIndex((heading, depth) => heading !== right.path[depth]);
  return differs === -1 ? left.path : left.path.slice(0, differs);
}
