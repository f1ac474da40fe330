import { expect, test } from "vitest";
import { parseHocr } from "./parse-hocr";

/** As Tesseract 5.3 writes it. */
const page = (content: string) => `<?xml version="1.0" encoding="UTF-8"?>
<html><head><title>hOCR text</title></head><body>
 <div class='ocr_page' id='page_1' title='image "unknown"; bbox 0 0 1280 600; ppageno 0; scan_res 70 70'>
  ${content}
 </div></body></html>`;
const word = (text: string, percent: number) =>
  `<span class='ocrx_word' title='bbox 50 54 185 86; x_wconf ${percent}'>${text}</span>`;
const line = (...words: string[]) =>
  `<span class='ocr_line' title="bbox 1 2 3 4">${words.join("\n ")}</span>`;
const paragraph = (...lines: string[]) =>
  `<div class='ocr_carea'><p class='ocr_par'>${lines.join("\n")}</p></div>`;

test("parseHocr() keeps paragraphs, lines, words and their confidence", () => {
  const hocr = page(
    paragraph(line(word("Crane", 96), word("maintenance", 91))) +
      paragraph(line(word("Seal", 80)), line(word("27B", 0))),
  );
  expect(parseHocr(hocr)).toEqual([
    [
      [
        { text: "Crane", confidence: 0.96 },
        { text: "maintenance", confidence: 0.91 },
      ],
    ],
    [[{ text: "Seal", confidence: 0.8 }], [{ text: "27B", confidence: 0 }]],
  ]);
});

test("parseHocr() decodes entities and looks through bold type", () => {
  expect(parseHocr(page(paragraph(line(word("<strong>R&amp;D</strong>", 90), word("&lt;3", 70)))))).toEqual([
    [
      [
        { text: "R&D", confidence: 0.9 },
        { text: "<3", confidence: 0.7 },
      ],
    ],
  ]);
});

test("parseHocr() takes headers, captions and floats for lines", () => {
  const header = `<span class='ocr_header' title="bbox 1 2 3 4">${word("Invoice", 95)}</span>`;
  expect(parseHocr(page(paragraph(header)))).toEqual([[[{ text: "Invoice", confidence: 0.95 }]]]);
});

test("parseHocr() finds nothing in photographs and rules", () => {
  const photo = "<div class='ocr_separator'></div><div class='ocr_photo' title=\"bbox 0 33 900 600\"></div>";
  expect(parseHocr(page(photo + paragraph(line(word(" ", 95)))))).toEqual([]);
});
