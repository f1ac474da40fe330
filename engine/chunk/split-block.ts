import type { Block, OffsetRange } from "./block";
import { groupLines } from "./group-lines";
import { splitSentences } from "./split-sentences";
import { splitWords } from "./split-words";

/** Factor of the target up to which code, a table or a message stays whole. */
const KEEP_WHOLE_FACTOR = 1.25;

/** A range that is not split further. */
export interface Atom extends OffsetRange {
  readonly tokens: number;
  /** Stays with the text after it. */
  readonly heading: boolean;
  /** First of several atoms of one block. */
  readonly startsSplit: boolean;
}

export interface AtomOptions {
  readonly targetTokens: number;
  readonly countTokens: (text: string) => number;
}

/** Tiles a block with atoms, as few as the target allows. Every leaf is counted once, and again if split. */
export function splitBlock(text: string, block: Block, options: AtomOptions): readonly Atom[] {
  const atoms =
    block.children.length > 0
      ? block.children.flatMap((child) => splitBlock(text, child, options))
      : [toAtom(block, options.countTokens(text.slice(block.start, block.end)), block.heading !== undefined)];
  const tokens = atoms.reduce((sum, atom) => sum + atom.tokens, 0);
  if (tokens <= options.targetTokens * (block.keepWhole ? KEEP_WHOLE_FACTOR : 1)) {
    return [toAtom(block, tokens, block.heading !== undefined)];
  }
  const parts = block.children.length > 0 ? atoms : splitLeaf(text, block, options);
  return parts.map((atom, position) => ({ ...atom, startsSplit: position === 0 && parts.length > 1 }));
}

function splitLeaf(text: string, block: Block, { targetTokens, countTokens }: AtomOptions): readonly Atom[] {
  const pieces =
    block.splitAt === "lines" ? groupLines(text, block, () => true) : splitSentences(text, block);
  return pieces.flatMap((piece) => {
    const tokens = countTokens(text.slice(piece.start, piece.end));
    if (tokens <= targetTokens) return [toAtom(piece, tokens, false)];
    return splitWords(text, { ...piece, tokens }, { limit: targetTokens, countTokens }).map((window) =>
      toAtom(window, window.tokens, false),
    );
  });
}

function toAtom({ start, end }: OffsetRange, tokens: number, heading: boolean): Atom {
  return { start, end, tokens, heading, startsSplit: false };
}
