import type { DocumentPart } from "../../../model/document";
import { ADDRESS, RULE, WROTE } from "./quote-patterns";
import type { MailStretch } from "./split-quotes";

export interface WrittenMail {
  readonly text: string;
  /** One for each stretch that is not the writer's own; none where there is no other. */
  readonly parts: readonly DocumentPart[];
}

/**
 * Writes the stretches of a mail: quoted messages as Markdown quotations, each below a line that says who wrote it, and
 * forwarded ones as they are. Every stretch is a part with its author.
 */
export function writeStretches(
  stretches: readonly MailStretch[],
  own: Pick<DocumentPart, "author" | "sentAt" | "url"> = {},
): WrittenMail {
  const parts: DocumentPart[] = [];
  let text = "";
  let author: string | undefined;
  for (const stretch of stretches) {
    const written = stretch.kind === "quoted" ? writeQuoted(stretch, author) : writeAsIs(stretch);
    author = stretch.kind === "quoted" ? stretch.author : undefined;
    if (written === "") continue;
    if (text !== "") text += "\n\n";
    const start = text.length;
    text += written;
    parts.push({ start, end: text.length, ...writerOf(stretch, own) });
  }
  return { text, parts: parts.length === 1 && stretches[0]?.kind === "own" ? [] : parts };
}

function writerOf(
  { kind, author }: MailStretch,
  own: Pick<DocumentPart, "author" | "sentAt" | "url">,
): Pick<DocumentPart, "author" | "sentAt" | "url"> {
  if (kind === "own") return own;
  return { ...(author !== undefined && { author }), ...(own.url !== undefined && { url: own.url }) };
}

function writeAsIs({ header, lines }: MailStretch): string {
  return trimLines([...header, ...lines]);
}

function writeQuoted(stretch: MailStretch, authorAbove: string | undefined): string {
  const { header, headerKind, lines } = stretch;
  // A line in the language of the mail is read as well as one in English; the fields of a header are not words.
  const isLine = headerKind === "line" && /^[^\p{Lo}]*$/u.test(header.join(" "));
  const attribution = isLine
    ? header.map((line) => line.trim()).join(" ")
    : writeAttribution(stretch, authorAbove);
  const shown = saysAll(attribution, header) ? [] : header.filter((line) => !RULE.test(line.trim()));
  const quoted = trimLines([...shown, ...(shown.length > 0 ? [""] : []), ...lines])
    .split("\n")
    .map((line) => `> ${line}`.trimEnd())
    .join("\n");
  return [attribution, quoted === ">" ? "" : quoted].filter(Boolean).join("\n\n");
}

/** Whether the attribution has every name and number of the header; the verb is in another language. */
function saysAll(attribution: string, header: readonly string[]): boolean {
  const runs =
    header
      .join(" ")
      .replace(WROTE, " ")
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return runs.every((run) => attribution.includes(run.replace(/^[于於在]/, "")));
}

/** "On 3 May 2026 Ana Ruiz wrote:" */
function writeAttribution(stretch: MailStretch, authorAbove: string | undefined): string {
  const { header, headerKind, author, date } = stretch;
  if (author === undefined) return "";
  if (header.length === 0 && (authorAbove === undefined || authorAbove === author)) return "";
  const address = headerKind === "line" ? ADDRESS.exec(header.join(" "))?.[0] : undefined;
  const writer = address === undefined || address === author ? author : `${author} (${address})`;
  return date === undefined ? `${writer} wrote:` : `On ${date} ${writer} wrote:`;
}

function trimLines(lines: readonly string[]): string {
  return lines
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+/, "")
    .trimEnd();
}
