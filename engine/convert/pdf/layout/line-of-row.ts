import { joinRuns, type PdfRow } from "../page/join-rows";
import { directionOf, toReadingOrder } from "../text/bidi";
import { cleanText } from "../text/clean-text";
import type { PdfLine } from "./pdf-block";

/** A row read across; the page's direction decides where it begins. */
export function lineOfRow({ y, size, fragments }: PdfRow): PdfLine {
  const shown = joinRuns(fragments);
  const direction = directionOf(shown);
  const longest = fragments.reduce((most, one) => (one.text.length > most.text.length ? one : most));
  return {
    text: cleanText(toReadingOrder(shown, direction)),
    x: fragments[0]?.x ?? 0,
    right: Math.max(...fragments.map(({ right }) => right)),
    y,
    size,
    font: longest.font,
    isRightToLeft: direction === "rtl",
  };
}
