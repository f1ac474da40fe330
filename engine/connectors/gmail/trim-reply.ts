/** Under these lines stands the message that is answered, as Outlook and others write it. */
const QUOTE_HEADER =
  /^(?:-{2,}\s*(?:Original Message|Ursprüngliche Nachricht|Message d'origine|Mensaje original|Messaggio originale)\s*-{2,}|_{20,})$/i;
/** The first of the lines that name sender, date and subject of the message that is answered. */
const HEADER_BLOCK = /^\*?(?:From|Von|De|Da|Van):\*?\s/i;
const HEADER_LINE =
  /^\*?(?:Sent|Date|Gesendet|Datum|Envoyé|Enviado|Inviato|Verzonden|To|An|À|Para|A|Aan):\*?\s/i;
const FORWARDED = /^(?:-+ ?Forwarded message ?-+|Begin forwarded message:)$/i;
const SENT_FROM = /^(?:Sent from my |Von meinem .+ gesendet|Envoyé de mon |Get Outlook for )/i;
/** A signature is short; what is longer after two dashes is part of the message. */
const MAX_SIGNATURE_LINES = 12;

/**
 * What a person wrote themselves: without the signature and, where `quotes` is false, without the messages that
 * are quoted below it. Text in the midst of quotes, and what was forwarded, stays.
 */
export function trimReply(text: string, { quotes }: { readonly quotes: boolean }): string {
  const lines = text
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .map((line) => line.trimEnd());
  const own = quotes ? lines : withoutTail(withoutHeaderBlock(lines));
  return withoutSignature(own)
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Cuts at "-----Original Message-----" and at a block of "From: … Sent: … To: …". */
function withoutHeaderBlock(lines: readonly string[]): readonly string[] {
  const at = lines.findIndex(
    (line, at) =>
      QUOTE_HEADER.test(line) ||
      (HEADER_BLOCK.test(line) &&
        lines.slice(at + 1, at + 4).filter((next) => HEADER_LINE.test(next)).length >= 2),
  );
  const forwarded = lines.findIndex((line) => FORWARDED.test(line));
  return at < 0 || (forwarded >= 0 && forwarded < at) ? lines : lines.slice(0, at);
}

/** Cuts the lines with `>` at the end, and the line that says whose they are. */
function withoutTail(lines: readonly string[]): readonly string[] {
  const end = lastLine(lines, (line) => line !== "" && !line.startsWith(">"));
  if (!lines.slice(end + 1).some((line) => line.startsWith(">"))) return lines;
  return lines.slice(0, end + 1 - attributionLength(lines.slice(0, end + 1)));
}

/** Lines at the end such as "On 3 March 2025 Ada wrote:", which mail programs break in two; in any language. */
function attributionLength(lines: readonly string[]): number {
  const [before = "", last = ""] = lines.slice(-2);
  if (!/[:：]$/.test(last)) return 0;
  if (hasDate(last)) return 1;
  if (before !== "" && hasDate(`${before} ${last}`)) return 2;
  return ADDRESS.test(last) ? 1 : 0;
}

const ADDRESS = /\S@\S/;
const MAX_ATTRIBUTION_LENGTH = 300;

function hasDate(line: string): boolean {
  return line.length <= MAX_ATTRIBUTION_LENGTH && /\d.*\d/.test(line.replace(/\S+@\S+/g, ""));
}

function withoutSignature(lines: readonly string[]): readonly string[] {
  const end = lastLine(lines, (line) => line !== "");
  const at = lines.findIndex((line, at) => line === "--" && end - at <= MAX_SIGNATURE_LINES);
  if (at >= 0) return lines.slice(0, at);
  return SENT_FROM.test(lines[end] ?? "") ? lines.slice(0, end) : lines;
}

function lastLine(lines: readonly string[], is: (line: string) => boolean): number {
  return lines.findLastIndex(is);
}
