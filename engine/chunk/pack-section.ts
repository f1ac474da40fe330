import type { Section } from "./block";
import { type AtomOptions, blockAtoms } from "./block-atoms";
import { type PackOptions, packAtoms } from "./pack-atoms";
import { joinPieces, type Piece } from "./piece";

/**
 * The pieces of a section and all sections inside it, tiling it. Small neighbours under one parent are
 * joined up to the target, but only whole sections: the rest of a long one keeps its own heading path.
 */
export function packSection(
  text: string,
  section: Section,
  options: AtomOptions & PackOptions,
): readonly Piece[] {
  const atoms = section.blocks.flatMap((block) => blockAtoms(text, block, options));
  const own = packAtoms(atoms, section.path, options);
  const inner = section.sections.flatMap((child) => packSection(text, child, options));
  const pieces = joinNeighbours([...own, ...inner], options);
  return pieces.length > 1 ? pieces.map((piece) => ({ ...piece, whole: false })) : pieces;
}

function joinNeighbours(
  pieces: readonly Piece[],
  { targetTokens, mostTokens }: PackOptions,
): readonly Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const tokens = (last?.tokens ?? 0) + piece.tokens;
    const fits = last?.bare ? tokens <= mostTokens : last?.whole && piece.whole && tokens <= targetTokens;
    if (last && fits) joined[joined.length - 1] = joinPieces(last, piece);
    else joined.push(piece);
  }
  return joined;
}
