import { joinWords, type PdfParagraph } from "./join-lines";

interface JoinedPages {
  readonly text: string;
  /** Where each page begins. */
  readonly pages: readonly number[];
}

/** Share of the font size: a header or a footnote does not go on in the text. */
const MAX_SIZE_SHIFT = 0.08;
const SENTENCE_END = /[.!?:;。！？؟：][)"'”’»\]*_]*$/;

/** The text of all pages. A sentence, and a word, that goes on in the next column or on the next page is one. */
export function joinPages(pages: readonly (readonly PdfParagraph[])[]): JoinedPages {
  const starts: number[] = [];
  const pieces: string[] = [];
  let length = 0;
  let before: PdfParagraph | undefined;
  const add = (piece: string) => {
    pieces.push(piece);
    length += piece.length;
  };
  for (const paragraphs of pages) {
    let start: number | undefined;
    for (const paragraph of paragraphs) {
      if (before && goesOn(before, paragraph)) {
        const last = pieces.pop() ?? "";
        length -= last.length;
        add(joinWords([last, paragraph.text]));
      } else {
        add((before ? gapBetween(before, paragraph) : "") + paragraph.text);
      }
      start ??= length - paragraph.text.length;
      before = paragraph;
    }
    starts.push(start ?? length);
  }
  return { text: pieces.join(""), pages: starts };
}

function goesOn(before: PdfParagraph, paragraph: PdfParagraph): boolean {
  const isText =
    paragraph.isFirst &&
    before.kind !== "heading" &&
    before.kind !== "block" &&
    paragraph.kind === "paragraph";
  if (!isText || SENTENCE_END.test(before.text)) return false;
  if (Math.abs(before.size - paragraph.size) > before.size * MAX_SIZE_SHIFT) return false;
  return before.isFull || /^\p{Ll}/u.test(paragraph.text);
}

function gapBetween(before: PdfParagraph, paragraph: PdfParagraph): string {
  if (paragraph.isFirst || paragraph.isApart || before.kind === "heading" || before.kind === "block")
    return "\n\n";
  // A list that does not begin with 1 would go on as the paragraph above it.
  if (paragraph.kind === "item" && before.kind === "paragraph" && !/^(?:-|1[.)]) /.test(paragraph.text))
    return "\n\n";
  return before.kind === "item" && paragraph.kind === "paragraph" ? "\n\n" : "\n";
}
