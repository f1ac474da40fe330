import type { ConvertedText } from "../model/document";
import type { TextKind } from "./detect/content-kind";

/** Converts decoded text (`\n` line ends) of any kind that is not a binary container. */
export async function convertText(kind: TextKind, text: string, url: string): Promise<ConvertedText> {
  switch (kind) {
    case "html":
      return (await import("./html/convert-html")).convertHtml(text, url);
    case "markdown":
      return (await import("./text/convert-markdown")).convertMarkdown(text);
    case "table":
      return (await import("./text/convert-table")).convertTable(text);
    case "code":
      return { text, format: "code" };
    case "plain":
      return { text, format: "plain" };
  }
}
