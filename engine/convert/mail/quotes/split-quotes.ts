import { type QuoteHeader, readQuoteHeader } from "./read-quote-header";

/** A stretch of a mail in the words of one writer. */
export interface MailStretch {
  /** `quoted`: an earlier message that this one answers; `forwarded`: another mail that this one passes on. */
  readonly kind: "own" | "quoted" | "forwarded";
  readonly lines: readonly string[];
  /** The lines above it that say where it is from. */
  readonly header: readonly string[];
  readonly headerKind?: QuoteHeader["kind"] | undefined;
  readonly author?: string | undefined;
  /** As the header has it. */
  readonly date?: string | undefined;
  /** Its lines begin with `>` in the mail. */
  readonly isMarked: boolean;
}

/** Quotes inside quotes are looked through to this depth. */
const MAX_DEPTH = 6;

/**
 * Splits the lines of a mail, plain text or Markdown, where a quoted message begins and ends. Every line is in exactly
 * one stretch, in order. A message is quoted where its lines are marked with `>`, and from a header that names address
 * and date or subject to the end; nothing else is taken for a quotation.
 */
export function splitQuotes(text: string): readonly MailStretch[] {
  const stretches: MailStretch[] = [];
  const lines = text.split("\n");
  let open: Open = { kind: "own", lines: [], header: [] };
  const close = (next: Open) => {
    if (open.header.length > 0 || open.lines.some((line) => line.trim() !== ""))
      stretches.push({ ...open, isMarked: false });
    open = next;
  };
  for (let at = 0; at < lines.length; ) {
    const header = readQuoteHeader(lines, at);
    const above = lines.slice(at, at + (header?.length ?? 0));
    const marked = header || startsMark(lines[at]) ? markedLines(lines, at + above.length) : [];
    if (header?.isCertain && marked.length === 0) {
      close(openBelow(header, above));
      at += above.length;
    } else if (marked.length > 0) {
      const resumed = { ...open, lines: [], header: [] };
      close(resumed);
      stretches.push(...markedStretches(marked, { header, above }));
      at += above.length + marked.length;
    } else {
      open.lines.push(lines[at] ?? "");
      at++;
    }
  }
  close(open);
  return stretches;
}

interface Open extends Omit<MailStretch, "lines" | "isMarked"> {
  readonly lines: string[];
}

function openBelow(header: QuoteHeader, above: readonly string[]): Open {
  return {
    kind: header.isForwarded ? "forwarded" : "quoted",
    lines: [],
    header: above,
    headerKind: header.kind,
    author: header.author,
    date: header.date,
  };
}

/** The lines with `>` from here on, with blank lines above and among them. */
function markedLines(lines: readonly string[], from: number): readonly string[] {
  let end = from;
  for (let at = from; at < lines.length; at++) {
    if (startsMark(lines[at])) end = at + 1;
    else if ((lines[at] ?? "").trim() !== "") break;
  }
  return lines.slice(from, end);
}

function startsMark(line: string | undefined): boolean {
  return /^ {0,3}>/.test(line ?? "");
}

/** A quotation, and the quotations inside it. */
function markedStretches(
  marked: readonly string[],
  { header, above }: { readonly header: QuoteHeader | undefined; readonly above: readonly string[] },
): readonly MailStretch[] {
  const outer = { header: above, headerKind: header?.kind, author: header?.author, date: header?.date };
  const inner = insideOf(marked);
  if (depthOf(marked) > MAX_DEPTH) return [{ ...outer, kind: "quoted", lines: inner, isMarked: true }];
  const [first, ...others] = splitQuotes(inner.join("\n"));
  if (first === undefined) return [{ ...outer, kind: "quoted", lines: [], isMarked: true }];
  // "> Ada wrote:" as the first line of a quotation names the writer of its other lines.
  const isNamedInside = first.kind === "own" && header === undefined;
  const named = isNamedInside ? namedByFirstLine(first) : first;
  const outermost: MailStretch =
    first.kind === "own"
      ? {
          ...outer,
          ...(isNamedInside && { author: named.author }),
          kind: "quoted",
          lines: named.lines,
          isMarked: true,
        }
      : { ...first, header: [...above, ...first.header], isMarked: true };
  return [
    outermost,
    ...others.map((other) => ({
      ...other,
      ...(other.kind === "own" && {
        kind: "quoted" as const,
        author: outermost.author,
        date: outermost.date,
      }),
      isMarked: true,
    })),
  ];
}

function namedByFirstLine(stretch: MailStretch): MailStretch {
  const at = stretch.lines.findIndex((line) => line.trim() !== "");
  const header = readQuoteHeader([stretch.lines[at] ?? "", "> "], 0);
  return header?.kind === "line" ? { ...stretch, author: header.author } : stretch;
}

function insideOf(marked: readonly string[]): readonly string[] {
  return marked.map((line) => line.replace(/^ {0,3}> ?/, ""));
}

function depthOf(marked: readonly string[]): number {
  const longest = marked.map((line) => /^[> ]*/.exec(line)?.[0].replaceAll(" ", "").length ?? 0);
  return Math.max(...longest.slice(0, 10_000));
}
