import type { Section } from "./block";
import { type ChunkDraft, mergeDrafts } from "./chunk-draft";
import { type PackOptions, packAtoms } from "./pack-atoms";
import { type AtomOptions, splitBlock } from "./split-block";

/**
 * The pieces of a section and all sections inside it, tiling it. Small neighbours under one parent are joined up to the
 * target, but only whole sections: the rest of a long one keeps its own heading path.
 */
export function packSection(
  text: string,
  section: Section,
  options: AtomOptions & PackOptions,
): readonly ChunkDraft[] {
  const atoms = section.blocks.flatMap((block) => splitBlock(text, block, options));
  const own = packAtoms(atoms, section.path, options);
  const inner = section.sections.flatMap((child) => packSection(text, child, options));
  const drafts = mergeNeighbours([...own, ...inner], options);
  return drafts.length > 1 ? drafts.map((draft) => ({ ...draft, mergeable: false })) : drafts;
}

function mergeNeighbours(
  drafts: readonly ChunkDraft[],
  { targetTokens, maxTokens }: PackOptions,
): readonly ChunkDraft[] {
  const merged: ChunkDraft[] = [];
  for (const draft of drafts) {
    const last = merged.at(-1);
    const tokens = (last?.tokens ?? 0) + draft.tokens;
    const fits = last?.headingsOnly
      ? tokens <= maxTokens
      : last?.mergeable && draft.mergeable && tokens <= targetTokens;
    if (last && fits) merged[merged.length - 1] = mergeDrafts(last, draft);
    else merged.push(draft);
  }
  return merged;
}
