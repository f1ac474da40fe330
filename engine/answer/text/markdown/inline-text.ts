import { proseText } from "../prose-text";

/** The words of a stretch of Markdown on one line. */
export function inlineText(text: string, [start, end]: readonly [number, number]): string {
  return proseText({ text, format: "markdown" }, start, end).replace(/\s+/g, " ");
}
