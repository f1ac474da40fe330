/** Separators above a quoted message, in Outlook and other programs. */
const QUOTE_HEADER =
  /^(?:-{2,}\s*(?:Original Message|Ursprüngliche Nachricht|Message d'origine|Mensaje original|Messaggio originale)\s*-{2,}|_{20,})$/i;
/** The first line of a quoted message's header block. */
const HEADER_BLOCK = /^\*?(?:From|Von|De|Da|Van):\*?\s/i;
const HEADER_LINE =
  /^\*?(?:Sent|Date|Gesendet|Datum|Envoyé|Enviado|Inviato|Verzonden|To|An|À|Para|A|Aan):\*?\s/i;
const FORWARDED = /^(?:-+ ?Forwarded message ?-+|Begin forwarded message:)$/i;
const SENT_FROM = /^(?:Sent from my |Von meinem .+ gesendet|Envoyé de mon |Get Outlook for )/i;
/** A longer text after two dashes is part of the message. */
const MAX_SIGNATURE_LINES = 12;

/**
 * Returns a person's own text: without the signature and, when `quotes` is false, without the quoted messages below
 * it. Text between quotes and forwarded text stay.
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

/** Cuts the trailing lines with `>` and the attribution above them. */
function withoutTail(lines: readonly string[]): readonly string[] {
  const end = lastLine(lines, (line) => line !== "" && !line.startsWith(">"));
  if (!lines.slice(end + 1).some((line) => line.startsWith(">"))) return lines;
  return lines.slice(0, end + 1 - attributionLength(lines.slice(0, end + 1)));
}

/**
 * Number of trailing attribution lines, in any language: "On 3 March 2025 Ada wrote:", which mail programs may wrap.
 */
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
