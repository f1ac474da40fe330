import type { ChunkContext, ChunkText } from "../../chunk/chunker";
import type { Convert } from "../../convert/convert";
import type { Embedder } from "../../embed/embedder";
import { ReadItemError } from "../../errors/read-item-error";
import { SkipItemError } from "../../errors/skip-item-error";

/** The beginnings of texts that fail: skipped, unreadable, or a bug. */
export const SKIPPED = "!skip";
export const UNREADABLE = "!read";
export const BUGGY = "!bug";

/** Takes text content as it is. */
export const fakeConvert: Convert = async ({ content }) => {
  const text = content.kind === "text" ? content.text : "";
  if (text.startsWith(SKIPPED)) throw new SkipItemError("The file is empty");
  if (text.startsWith(UNREADABLE)) throw new ReadItemError("The file needs a password");
  if (text.startsWith(BUGGY)) throw new TypeError("x is undefined");
  return { text, format: "plain" };
};

/** A chunk every ten characters. */
export const fakeChunkText: ChunkText = ({ text }) =>
  Array.from({ length: Math.ceil(text.length / 10) }, (_, ordinal) => ({
    ordinal,
    start: 10 * ordinal,
    end: Math.min(10 * ordinal + 10, text.length),
    headings: [],
  }));

export function fakeContextualText({ title, text }: ChunkContext): string {
  return `${title}\n${text}`;
}

/** Vectors of the length of the text. */
export const fakeEmbedder: Embedder = {
  id: "memory",
  dimensions: 2,
  countTokens: (text) => text.length,
  knownShare: () => 1,
  embedPassages: async (texts) => texts.map((text) => Float32Array.of(text.length, 1)),
  embedQuery: async (text) => Float32Array.of(text.length, 1),
};
