import { Parser } from "htmlparser2";
import type { ImageText, ImageWord } from "../../../engine/model/image-text";

const LINES = new Set(["ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat"]);

/**
 * Reads Tesseract's result, HTML with the layout in class names and the confidence of each word, in percent, in its
 * title (hOCR 1.2, https://kba.github.io/hocr-spec/1.2/).
 */
export function parseHocr(hocr: string): ImageText {
  const paragraphs: ImageWord[][][] = [];
  let word: { text: string; confidence: number } | undefined;
  /** Elements inside the word, such as `strong`. */
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (_, { class: name = "", title = "" }) => {
        if (word) depth++;
        else if (name === "ocr_par") paragraphs.push([]);
        else if (LINES.has(name)) paragraphs.at(-1)?.push([]);
        else if (name === "ocrx_word") word = { text: "", confidence: confidenceIn(title) };
      },
      ontext: (text) => {
        if (word) word.text += text;
      },
      onclosetag: () => {
        if (!word) return;
        if (depth > 0) {
          depth--;
          return;
        }
        const { confidence } = word;
        const text = word.text.trim();
        if (text !== "") paragraphs.at(-1)?.at(-1)?.push({ text, confidence });
        word = undefined;
      },
    },
    { decodeEntities: true },
  );
  parser.end(hocr);
  return paragraphs
    .map((lines) => lines.filter((line) => line.length > 0))
    .filter((lines) => lines.length > 0);
}

function confidenceIn(title: string): number {
  return Number(/\bx_wconf (\d+)/.exec(title)?.[1] ?? 0) / 100;
}
