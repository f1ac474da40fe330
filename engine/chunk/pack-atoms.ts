import type { Atom } from "./block-atoms";
import type { Piece } from "./piece";

export interface PackOptions {
  readonly targetTokens: number;
  /** What no piece may exceed. */
  readonly mostTokens: number;
}

/**
 * Joins the atoms of one section into as few pieces as the target allows, all about equally large, so that
 * no crumb is left at the end. A heading stays with what follows, and a block that must be cut anyway
 * begins a piece of its own unless the one before is still small.
 */
export function packAtoms(
  atoms: readonly Atom[],
  path: readonly string[],
  { targetTokens, mostTokens }: PackOptions,
): readonly Piece[] {
  const total = atoms.reduce((sum, { tokens }) => sum + tokens, 0);
  const share = total / Math.max(1, Math.ceil(total / targetTokens));
  const pieces: Piece[] = [];
  let packed = 0;
  let current: Piece | undefined;

  const isFull = (piece: Piece, next: Atom): boolean => {
    if (next.tokens === 0) return false;
    const joined = piece.tokens + next.tokens;
    if (piece.bare) return joined > mostTokens;
    if (joined > targetTokens) return true;
    if (next.opensCut) return piece.tokens >= targetTokens / 2;
    return packed + piece.tokens + next.tokens / 2 > share * (pieces.length + 1);
  };

  for (const atom of atoms) {
    if (current && isFull(current, atom)) {
      pieces.push(current);
      packed += current.tokens;
      current = undefined;
    }
    current = current ? extend(current, atom) : pieceOf(atom, path);
  }
  if (current) pieces.push(current);
  return pieces.length > 1 ? pieces.map((piece) => ({ ...piece, whole: false })) : pieces;
}

function pieceOf({ start, end, tokens, heading }: Atom, path: readonly string[]): Piece {
  return { start, end, tokens, path, bare: heading, whole: true };
}

function extend(piece: Piece, { end, tokens, heading }: Atom): Piece {
  return { ...piece, end, tokens: piece.tokens + tokens, bare: piece.bare && heading };
}
