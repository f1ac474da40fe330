import type { ConvertedText } from "../model/document";
import { pageAt } from "../util/page-at";
import type { Section } from "./block";
import type { ChunkText } from "./chunker";
import { codeBlocks } from "./code-blocks";
import { markdownOutline } from "./markdown-outline";
import { packSection } from "./pack-section";
import { plainBlocks } from "./plain-blocks";
import { threadOutline } from "./thread-outline";

const TARGET_TOKENS = 400;
/** No chunk is larger than this factor of the target. */
const MAX_CHUNK_FACTOR = 1.5;

/** Splits by the structure of the format: sections, paragraphs, definitions or messages. */
export const chunkText: ChunkText = (converted, { countTokens, targetTokens = TARGET_TOKENS }) => {
  const { text, pages } = converted;
  const options = { countTokens, targetTokens, maxTokens: targetTokens * MAX_CHUNK_FACTOR };
  return packSection(text, outlineOf(converted), options).map(({ start, end, path }, ordinal) => ({
    ordinal,
    start,
    end,
    headings: path,
    ...(pages?.length && { page: pageAt(pages, start) }),
  }));
};

function outlineOf({ text, format, parts }: ConvertedText): Section {
  if (text === "") return { path: [], blocks: [], sections: [] };
  const whole = { start: 0, end: text.length };
  if (parts?.length) return threadOutline(text, { parts, format });
  if (format === "markdown") return markdownOutline(text);
  return flatSection(format === "code" ? codeBlocks(text, whole) : plainBlocks(text, whole));
}

function flatSection(blocks: Section["blocks"]): Section {
  return { path: [], blocks, sections: [] };
}
