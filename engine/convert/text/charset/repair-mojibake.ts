const NEXT = "[\\u0080-\\u00bf\\u0152-\\u0192\\u02c6\\u02dc\\u2013-\\u203a\\u20ac\\u2122]";
/** What two and three bytes of UTF-8 look like in Windows-1252: "Ã¼", "â€“", "Â°". */
const SUSPECT = new RegExp(`[ÂÃÄÅÎÏÐÑ×ØÙ]${NEXT}|[à-ï]${NEXT}{2}`, "g");
/** Text hardly has this pair; of the others one alone may be a letter before a quotation mark. */
const SURE = new RegExp(`[ÂÃ]${NEXT}|[à-ï]${NEXT}{2}`);

/** Bytes of the characters that Windows-1252 has and Latin-1 has not. */
const BYTES: ReadonlyMap<number, number> = new Map(
  Array.from("€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ", (letter, at): [number, number] => [
    letter.charCodeAt(0),
    0x80 + at,
  ]),
);

/**
 * Repairs lines that were UTF-8, read as Windows-1252 and saved again ("GebÃ¼hr" for "Gebühr"). Only where it is certain:
 * the whole line goes back to valid UTF-8. A line that quotes such words beside right ones does not.
 */
export function repairMojibake(text: string): string {
  if (text.search(SUSPECT) < 0) return text;
  return text
    .split("\n")
    .map((line) => (isSuspect(line) ? (repairLine(line) ?? line) : line))
    .join("\n");
}

function isSuspect(line: string): boolean {
  return SURE.test(line) || (line.match(SUSPECT)?.length ?? 0) > 1;
}

function repairLine(line: string): string | undefined {
  const bytes = new Uint8Array(line.length);
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    const byte = code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : BYTES.get(code);
    if (byte === undefined) return undefined;
    bytes[at] = byte;
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
