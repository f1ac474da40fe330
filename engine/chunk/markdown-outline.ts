import { frontMatterEnd } from "../util/front-matter-end";
import type { Block, Section } from "./block";
import { markdownBlocks } from "./markdown-blocks";

interface OpenSection extends Section {
  readonly level: number;
  readonly blocks: Block[];
  readonly sections: OpenSection[];
}

/** The sections of a Markdown text as a tree; a heading opens a section that ends at the next of its level or above. */
export function markdownOutline(text: string): Section {
  const root: OpenSection = { path: [], level: 0, blocks: [], sections: [] };
  const open = [root];
  for (const block of blocksOf(text)) {
    const { heading } = block;
    if (heading) {
      while (open.length > 1 && (open.at(-1) ?? root).level >= heading.level) open.pop();
      const parent = open.at(-1) ?? root;
      const path = heading.text === "" ? parent.path : [...parent.path, heading.text];
      const section: OpenSection = { path, level: heading.level, blocks: [], sections: [] };
      parent.sections.push(section);
      open.push(section);
    }
    (open.at(-1) ?? root).blocks.push(block);
  }
  return root;
}

function blocksOf(text: string): readonly Block[] {
  const end = frontMatterEnd(text);
  const body = markdownBlocks(text, { start: end, end: text.length });
  return end === 0 ? body : [{ start: 0, end, children: [], splitAt: "lines" }, ...body];
}
