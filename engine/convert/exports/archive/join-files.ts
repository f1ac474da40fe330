import type { ConvertedText, DocumentPart } from "../../../model/document";
import { escapeLine, escapeTyped } from "../escape-typed";

/** A file of an archive, converted. */
export interface ReadFile {
  /** Its path in the archive. */
  readonly name: string;
  readonly converted: ConvertedText;
}

/** Joins files as Markdown, each under its path. Where one of them has messages, every file is a part as well. */
export function joinFiles(files: readonly ReadFile[]): Pick<ConvertedText, "text" | "format" | "parts"> {
  const pieces: string[] = [];
  const parts: DocumentPart[] = [];
  let length = 0;
  for (const { name, converted } of files) {
    const heading = `${length === 0 ? "" : "\n\n"}# ${escapeLine(name)}\n\n`;
    const body = asMarkdown(converted);
    const start = length + heading.length;
    pieces.push(heading, body);
    length = start + body.length;
    parts.push(...partsOf(converted, body, start));
  }
  const hasMessages = files.some(({ converted }) => converted.parts?.length);
  return { text: pieces.join(""), format: "markdown", ...(hasMessages && { parts }) };
}

/** A conversation's headings stay where they are, so that its messages do; others stand below the path. */
function asMarkdown({ text, format, parts }: ConvertedText): string {
  if (format === "code") return fence(text);
  if (format === "plain") return escapeTyped(text);
  return parts?.length ? text : demoteHeadings(text);
}

function partsOf(converted: ConvertedText, body: string, start: number): readonly DocumentPart[] {
  const { parts = [], author, format } = converted;
  if (parts.length === 0 || format !== "markdown")
    return [{ start, end: start + body.length, ...(author !== undefined && { author }) }];
  return parts.map((part) => ({ ...part, start: part.start + start, end: part.end + start }));
}

function demoteHeadings(markdown: string): string {
  let isCode = false;
  return markdown
    .split("\n")
    .map((line) => {
      if (/^ {0,3}(?:`{3}|~{3})/.test(line)) isCode = !isCode;
      return isCode ? line : line.replace(/^#{1,5}(?= )/, "#$&");
    })
    .join("\n");
}

function fence(code: string): string {
  const longest = Math.max(2, ...(code.match(/`{3,}/g) ?? []).map((run) => run.length));
  const mark = "`".repeat(longest + 1);
  return `${mark}\n${code.trimEnd()}\n${mark}`;
}
