import bidiFactory from "bidi-js";

type Direction = "ltr" | "rtl";

const bidi = bidiFactory();

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const LETTERS = /\p{L}/gu;

export function hasRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/** The direction that most letters have. */
export function directionOf(text: string): Direction {
  if (!hasRightToLeft(text)) return "ltr";
  const letters = text.match(LETTERS) ?? [];
  const rightToLeft = letters.filter((letter) => RIGHT_TO_LEFT.test(letter)).length;
  return rightToLeft * 2 >= letters.length ? "rtl" : "ltr";
}

/** Text in reading order as it is shown from left to right. */
export function toVisual(text: string, direction: Direction): string {
  return hasRightToLeft(text) ? reorder(text, direction) : text;
}

/**
 * Text that is shown from left to right, in reading order: a string that is shown just so, where there is one. The
 * algorithm for display is no exact inverse of itself for numbers among words.
 */
export function toReadingOrder(shown: string, direction = directionOf(shown)): string {
  if (!hasRightToLeft(shown)) return shown;
  const candidates = [reorderRuns(shown, direction), reorder(shown, direction)];
  const exact = candidates.find((candidate) => reorder(candidate, direction) === shown);
  return openBrackets((exact ?? candidates[0] ?? shown).normalize("NFC"), direction);
}

function reorder(text: string, direction: Direction): string {
  const levels = bidi.getEmbeddingLevels(text, direction);
  const characters = text.split("");
  for (const [start = 0, end = 0] of bidi.getReorderSegments(text, levels)) {
    const segment = characters.slice(start, end + 1).reverse();
    characters.splice(start, segment.length, ...segment);
  }
  return characters.join("");
}

/** Latin words and numbers within a line, with what joins them. */
const LEFT_TO_RIGHT_RUN =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}](?:[^\p{Script=Arabic}\p{Script=Hebrew}]*[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}%])?/gu;
const RIGHT_TO_LEFT_RUN =
  /[\p{Script=Arabic}\p{Script=Hebrew}](?:[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]*[\p{Script=Arabic}\p{Script=Hebrew}])?/gu;
const NUMBER = /\p{N}(?:[\p{N}.,:/+–-]*\p{N})?%?/gu;

function reorderRuns(shown: string, direction: Direction): string {
  if (direction === "ltr") return shown.replace(RIGHT_TO_LEFT_RUN, (run) => reverseKeeping(run, NUMBER));
  return reverseKeeping(shown, LEFT_TO_RIGHT_RUN);
}

function reverseKeeping(text: string, kept: RegExp): string {
  const reversedRuns = text.replace(kept, (run) => reverse(run));
  return reverse(reversedRuns);
}

/** Marks stay behind the letter they belong to. */
function reverse(text: string): string {
  return [...text].reverse().join("");
}

/** Brackets are stored as opening and closing ones, and shown mirrored in right-to-left text. */
function openBrackets(text: string, direction: Direction): string {
  const first = /[()[\]{}«»]/.exec(text)?.[0];
  if (direction === "ltr" || first === undefined || !/[)\]}»]/.test(first)) return text;
  return text.replace(/[()[\]{}«»]/g, (bracket) => bidi.getMirroredCharacter(bracket) ?? bracket);
}
