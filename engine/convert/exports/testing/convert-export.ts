import type { ConvertedText } from "../../../model/document";
import { convert } from "../../convert-document";
import { sourceFile } from "../../testing/source-file";

/** Converts a file of an export by its name and content alone. */
export function convertExport(name: string, content: unknown): Promise<ConvertedText> {
  return convert(sourceFile(name, typeof content === "string" ? content : JSON.stringify(content)));
}

/** Author and words of each part, without the line that names them. */
export function messagesOf({
  text,
  parts = [],
}: ConvertedText): readonly (readonly (string | undefined)[])[] {
  return parts.map(({ start, end, author }) => [
    author,
    text.slice(start, end).replace(/^\*\*.*\*\*.*:\n\n/, ""),
  ]);
}
