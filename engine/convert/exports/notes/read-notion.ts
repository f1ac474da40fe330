import { convertMarkdown } from "../../text/convert-markdown";
import type { ReadExport } from "../export-format";

/** A page of a Notion export in Markdown. Its file name ends in the page's id. */
export const readNotion: ReadExport = ({ text, name }) => {
  const converted = convertMarkdown(text);
  return { ...converted, title: converted.title ?? notionTitle(name) };
};

/** "Onboarding" for "Onboarding 1f2e3d4c5b6a798801234567890abcde.md". */
export function notionTitle(name: string): string {
  return name.replace(/ [0-9a-f]{32}(?:_all)?(?:\.\w+)?$/i, "");
}
