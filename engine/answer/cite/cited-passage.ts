import type { CitedPassage } from "../../model/answer";
import type { Passage } from "../../model/passage";
import { resolveNoteSyntax } from "../../util/resolve-note-syntax";
import { openingAt } from "../text/opening-at";
import { proseText } from "../text/prose-text";
import { type LeafBlock, leafBlocks } from "./leaf-blocks";

type TextRange = readonly [number, number];

/** Characters of the document read on each side of a quote; passages are rarely longer. */
const SOURCE_CONTEXT_CHARACTERS = 1_500;
/** Characters shown on each side of a quote. */
const SHOWN_CONTEXT_CHARACTERS = 320;

/** The passage around the quote `[start, end)` as a reader sees it, with the quote highlighted. */
export function citedPassage({ document, chunk }: Passage, [start, end]: TextRange): CitedPassage {
  const from = wordStart(document.text, Math.max(chunk.start, start - SOURCE_CONTEXT_CHARACTERS), start);
  const to = wordEnd(document.text, Math.min(chunk.end, end + SOURCE_CONTEXT_CHARACTERS), end);
  const stretch = document.text.slice(from, to);
  const quote: TextRange = [start - from, end - from];
  if (document.format === "markdown") {
    const opening = openingAt(document, from);
    return cropAroundQuote(
      renderMarkdown(resolveNoteSyntax(opening + stretch), [
        quote[0] + opening.length,
        quote[1] + opening.length,
      ]),
    );
  }
  const code: readonly TextRange[] = document.format === "code" ? [[0, stretch.length]] : [];
  return cropAroundQuote({ text: stretch, highlights: [quote], code });
}

function renderMarkdown(source: string, quote: TextRange): Required<CitedPassage> {
  let text = "";
  const highlights: TextRange[] = [];
  const code: TextRange[] = [];
  for (const block of leafBlocks(source)) {
    const { before, quoted, after } = renderBlock(source, block, quote);
    const words = before + quoted + after;
    if (words === "") continue;
    if (text !== "") text += "\n";
    const quoteStart = text.length + before.length;
    if (quoted !== "") highlights.push([quoteStart, quoteStart + quoted.length]);
    if (block.code !== undefined) code.push([text.length, text.length + words.length]);
    text += words;
  }
  return { text, highlights: mergeHighlights(highlights), code };
}

/** The words of a block before, inside and after the quote. Code and rows are quoted as a whole or not at all. */
function renderBlock(source: string, { start, end, code, row }: LeafBlock, quote: TextRange) {
  const from = Math.min(end, Math.max(start, quote[0]));
  const to = Math.max(from, Math.min(end, quote[1]));
  const whole = code ?? row;
  if (whole !== undefined) {
    return to > from ? { before: "", quoted: whole, after: "" } : { before: whole, quoted: "", after: "" };
  }
  const words = (begin: number, stop: number) =>
    proseText({ text: source, format: "markdown" }, begin, stop).replace(/\s+/g, " ").trim();
  const [before, quoted, after] = [words(start, from), words(from, to), words(to, end)];
  return {
    before: before !== "" && quoted + after !== "" && hasWhitespaceAt(source, from) ? `${before} ` : before,
    quoted,
    after: quoted !== "" && after !== "" && hasWhitespaceAt(source, to) ? ` ${after}` : after,
  };
}

function hasWhitespaceAt(source: string, offset: number): boolean {
  return /\s/.test(source.slice(offset - 1, offset + 1));
}

/** The lines of a quote follow one another: they become one stretch, with the line ends between them. */
function mergeHighlights(highlights: readonly TextRange[]): readonly TextRange[] {
  const [first, last] = [highlights[0], highlights.at(-1)];
  return first && last ? [[first[0], last[1]]] : [];
}

/** Removes what is far from the quote. */
function cropAroundQuote({ text, highlights, code }: Required<CitedPassage>): CitedPassage {
  const start = highlights[0]?.[0] ?? 0;
  const end = highlights.at(-1)?.[1] ?? 0;
  const from = wordStart(text, Math.max(0, start - SHOWN_CONTEXT_CHARACTERS), start);
  const to = wordEnd(text, Math.min(text.length, end + SHOWN_CONTEXT_CHARACTERS), end);
  const shift = (ranges: readonly TextRange[]) =>
    ranges
      .map(([first, last]): TextRange => [Math.max(from, first) - from, Math.min(to, last) - from])
      .filter(([first, last]) => first < last);
  const keptCode = shift(code);
  return {
    text: text.slice(from, to),
    highlights: shift(highlights),
    ...(keptCode.length > 0 && { code: keptCode }),
  };
}

/** The first beginning of a word at or after `from`, at most `limit`. */
function wordStart(text: string, from: number, limit: number): number {
  let offset = from;
  while (offset > 0 && offset < limit && !/\s/.test(text.charAt(offset - 1))) offset++;
  while (offset < limit && /\s/.test(text.charAt(offset))) offset++;
  return offset;
}

/** The last end of a word at or before `to`, at least `limit`. */
function wordEnd(text: string, to: number, limit: number): number {
  let offset = to;
  while (offset < text.length && offset > limit && !/\s/.test(text.charAt(offset))) offset--;
  while (offset > limit && /\s/.test(text.charAt(offset - 1))) offset--;
  return offset;
}
