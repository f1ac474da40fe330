import type { Block, Stretch } from "./block";
import { cutSentences } from "./cut-sentences";
import { cutWords } from "./cut-words";
import { lineGroups } from "./line-groups";

/** Tokens over the target that code, a table or a message may have and still stay whole, as a factor. */
const SOLID_SHARE = 1.25;

/** A stretch that is not cut any more. */
export interface Atom extends Stretch {
  readonly tokens: number;
  /** Belongs with what follows. */
  readonly heading: boolean;
  /** First of the several atoms a block was cut into. */
  readonly opensCut: boolean;
}

export interface AtomOptions {
  readonly targetTokens: number;
  readonly countTokens: (text: string) => number;
}

/** Tiles a block with atoms, as few as the target allows. Every leaf is counted once, and once more if cut. */
export function blockAtoms(text: string, block: Block, options: AtomOptions): readonly Atom[] {
  const atoms =
    block.children.length > 0
      ? block.children.flatMap((child) => blockAtoms(text, child, options))
      : [atomOf(block, options.countTokens(text.slice(block.start, block.end)), block.heading !== undefined)];
  const tokens = atoms.reduce((sum, atom) => sum + atom.tokens, 0);
  if (tokens <= options.targetTokens * (block.solid ? SOLID_SHARE : 1)) {
    return [atomOf(block, tokens, block.heading !== undefined)];
  }
  const parts = block.children.length > 0 ? atoms : cutLeaf(text, block, options);
  return parts.map((atom, position) => ({ ...atom, opensCut: position === 0 && parts.length > 1 }));
}

function cutLeaf(text: string, block: Block, { targetTokens, countTokens }: AtomOptions): readonly Atom[] {
  const pieces = block.cut === "lines" ? lineGroups(text, block, () => true) : cutSentences(text, block);
  return pieces.flatMap((piece) => {
    const tokens = countTokens(text.slice(piece.start, piece.end));
    if (tokens <= targetTokens) return [atomOf(piece, tokens, false)];
    return cutWords(text, { ...piece, tokens }, { limit: targetTokens, countTokens }).map((window) =>
      atomOf(window, window.tokens, false),
    );
  });
}

function atomOf({ start, end }: Stretch, tokens: number, heading: boolean): Atom {
  return { start, end, tokens, heading, opensCut: false };
}
