import type { ChunkDraft } from "./chunk-draft";
import type { Atom } from "./split-block";

export interface PackOptions {
  readonly targetTokens: number;
  /** The limit of every piece. */
  readonly maxTokens: number;
}

/**
 * Joins the atoms of one section into as few pieces as the target allows, all about equally large, so that no small
 * rest is left at the end. A heading stays with the text after it, and a block that must be split begins a new piece
 * unless the one before is still small.
 */
export function packAtoms(
  atoms: readonly Atom[],
  path: readonly string[],
  { targetTokens, maxTokens }: PackOptions,
): readonly ChunkDraft[] {
  const total = atoms.reduce((sum, { tokens }) => sum + tokens, 0);
  const share = total / Math.max(1, Math.ceil(total / targetTokens));
  const drafts: ChunkDraft[] = [];
  let packed = 0;
  let current: ChunkDraft | undefined;

  const isFull = (draft: ChunkDraft, next: Atom): boolean => {
    if (next.tokens === 0) return false;
    const joined = draft.tokens + next.tokens;
    if (draft.headingsOnly) return joined > maxTokens;
    if (joined > targetTokens) return true;
    if (next.startsSplit) return draft.tokens >= targetTokens / 2;
    return packed + draft.tokens + next.tokens / 2 > share * (drafts.length + 1);
  };

  for (const atom of atoms) {
    if (current && isFull(current, atom)) {
      drafts.push(current);
      packed += current.tokens;
      current = undefined;
    }
    current = current ? extend(current, atom) : toDraft(atom, path);
  }
  if (current) drafts.push(current);
  return drafts.length > 1 ? drafts.map((draft) => ({ ...draft, mergeable: false })) : drafts;
}

function toDraft({ start, end, tokens, heading }: Atom, path: readonly string[]): ChunkDraft {
  return { start, end, tokens, path, headingsOnly: heading, mergeable: true };
}

function extend(draft: ChunkDraft, { end, tokens, heading }: Atom): ChunkDraft {
  return { ...draft, end, tokens: draft.tokens + tokens, headingsOnly: draft.headingsOnly && heading };
}
