import { fragmentToMarkdown } from "../html/fragment-to-markdown";
import { type Component, textOf } from "./content-line";

const HTML = /<(?:\/?(?:p|br|a|b|i|u|ul|ol|li|div|span|html|body|table|strong|em)\b[^>]*)>/i;

/** What an entry says in its own words; programs write HTML in either of two properties. */
export function descriptionOf({ lines }: Component): string | undefined {
  const description = lines
    .filter(({ name }) => name === "DESCRIPTION")
    .map(textOf)
    .join("\n\n");
  const html = lines.find(({ name }) => name === "X-ALT-DESC");
  const text = description === "" && html ? textOf(html) : description;
  return (HTML.test(text) ? fragmentToMarkdown(text.replaceAll("\n", "<br>"), undefined) : text) || undefined;
}
