import { ReadItemError } from "../../errors/read-item-error";
import { SkipItemError } from "../../errors/skip-item-error";
import type { ConvertedText } from "../../model/document";
import type { ImageLine, ImageText, ImageWord } from "../../model/image-text";

/**
 * Lines below this confidence are left out. Measured with Tesseract's English model on screenshots: lines of English,
 * French and German were at 0.74 and above, lines in Cyrillic, Greek, Arabic, Chinese and Japanese below 0.5.
 */
const MIN_LINE_CONFIDENCE = 0.6;
/**
 * Least share of readable lines. Parts of other scripts look like Latin letters: a fifth of a screenshot in Korean was
 * "readable".
 */
const MIN_READABLE_SHARE = 1 / 3;
/** Below this confidence a picture has single wrong letters: German umlauts were at 0.85, English at 0.9 and above. */
const MIN_CLEAR_CONFIDENCE = 0.88;
/** Fewer letters and digits are specks. */
const MIN_LETTERS = 3;

/**
 * Converts the words of a picture to plain text, line by line, with a blank line between paragraphs. Unreadable lines
 * are left out and counted in the note. SkipItemError when there are no words, ReadItemError when most are unreadable.
 */
export function convertImage(image: ImageText, name: string): ConvertedText {
  const paragraphs = image.map((lines) => lines.map(dropNoise).filter((line) => line.length > 0));
  const lines = paragraphs.flat();
  const readable = lines.filter(isReadable);
  const letters = countLetters(lines);
  if (letters < MIN_LETTERS) throw new SkipItemError(noTextMessage(name));
  if (countLetters(readable) < Math.max(MIN_LETTERS, MIN_READABLE_SHARE * letters))
    throw new ReadItemError(unreadableMessage(name));
  const text = paragraphs
    .map((paragraph) => paragraph.filter(isReadable).map(toLine).join("\n"))
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
  const note = noteFor(readable, lines.length - readable.length);
  return { text, format: "plain", ...(note && { note }) };
}

function noTextMessage(name: string): string {
  return `"${name}" shows no text that Atlas can read; if there is some, take a sharper or larger picture of it`;
}

function unreadableMessage(name: string): string {
  return (
    `Cannot read the text in "${name}" well enough: Atlas reads printed text in Latin letters, English best; ` +
    "take a sharper or larger picture, or attach the text itself"
  );
}

function noteFor(readable: readonly ImageLine[], dropped: number): string | undefined {
  const notes = [
    ...(dropped > 0 ? [`${dropped} ${dropped === 1 ? "line" : "lines"} could not be read`] : []),
    ...(meanConfidence(readable.flat()) < MIN_CLEAR_CONFIDENCE
      ? ["Some words were hard to read: compare with the image"]
      : []),
  ];
  return notes.length > 0 ? notes.join("; ") : undefined;
}

function isReadable(line: ImageLine): boolean {
  return meanConfidence(line) >= MIN_LINE_CONFIDENCE;
}

/** The mean confidence of the words, weighted by their length. */
function meanConfidence(words: readonly ImageWord[]): number {
  const length = words.reduce((sum, { text }) => sum + text.length, 0);
  return length === 0
    ? 0
    : words.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0) / length;
}

/**
 * Rules and specks are read as signs with low confidence. A doubtful number or word stays: it may be what is asked for.
 */
function dropNoise(line: ImageLine): ImageLine {
  return line.filter(
    ({ text, confidence }, at) =>
      /[\p{L}\p{N}]/u.test(text) || isBullet(text, at, line) || confidence >= MIN_LINE_CONFIDENCE,
  );
}

function countLetters(lines: readonly ImageLine[]): number {
  return lines.flat().reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
}

/** Characters that a bullet is read as. */
function isBullet(text: string, at: number, line: ImageLine): boolean {
  return at === 0 && line.length > 1 && /^[«»©®*+•]$/.test(text);
}

function toLine(line: ImageLine): string {
  return line.map(({ text }, at) => (isBullet(text, at, line) ? "•" : text)).join(" ");
}
