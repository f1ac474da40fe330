import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { chunkText } from "../../chunk/chunk-text";

/** Real chunks of about 200 words, each as its sentences. */
export type TextPieces = readonly (readonly string[])[];

const WORDS_PER_CHUNK = 200;
const MIN_WORDS = 40;
const MAX_FILE_CHARACTERS = 200_000;

/**
 * The Markdown files of the installed packages, cut by the product's own chunker. The lockfile pins them, so
 * a checkout always gives the same text; copies of one file count once.
 */
export async function collectText(nodeModules: string): Promise<TextPieces> {
  const pieces: string[][] = [];
  const seen = new Set<string>();
  const paths = (await readdir(nodeModules, { recursive: true })).filter((path) =>
    /\.(md|markdown)$/i.test(path),
  );
  for (const path of paths.sort()) {
    const text = await readFile(join(nodeModules, path), "utf8").catch(() => "");
    if (text.length > MAX_FILE_CHARACTERS || seen.has(text)) continue;
    seen.add(text);
    const chunks = chunkText(
      { text, format: "markdown" },
      { countTokens: countWords, targetTokens: WORDS_PER_CHUNK },
    );
    for (const { start, end } of chunks) {
      const sentences = toSentences(text.slice(start, end));
      if (countWords(sentences.join(" ")) >= MIN_WORDS) pieces.push(sentences);
    }
  }
  return pieces;
}

function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

/** Sentences and lines of a few words; fences, badges and encoded data are no text. */
function toSentences(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => countWords(sentence) >= 3 && !/\S{80}/.test(sentence));
}
