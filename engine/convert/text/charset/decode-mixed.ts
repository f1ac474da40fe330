/** A character of several bytes in UTF-8 that text has: no overlong forms, no surrogates. */
const SEQUENCE =
  /[\xc2-\xdf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xe0[\xa0-\xbf][\x80-\xbf]|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}/g;
/** Of the bytes beyond ASCII that many are UTF-8 in a file that programs of two kinds have written. */
const MIN_SHARE = 0.2;

/**
 * Text of which some lines are UTF-8 and others Windows-1252, as logs and lists that several programs append to. Undefined
 * where no stretch is UTF-8 beyond doubt.
 */
export function decodeMixed(bytes: Uint8Array): string | undefined {
  const latin = toLatin1(bytes);
  const highBytes = latin.match(/[\x80-\xff]/g)?.length ?? 0;
  const inSequences = (latin.match(SEQUENCE) ?? []).join("").length;
  const others = latin.replace(SEQUENCE, "").match(/[\x80-\xff]+/g) ?? [];
  // Letters of Windows-1252 stand alone between others; in a page of two bytes a character they come in rows.
  const areAlone = others.every((run) => run.length <= 2);
  if (inSequences === 0 || inSequences < highBytes * MIN_SHARE || !areAlone) return undefined;
  let decoded = "";
  let from = 0;
  for (const { 0: sequence, index } of latin.matchAll(SEQUENCE)) {
    decoded += toWindows1252(bytes.subarray(from, index));
    from = index + sequence.length;
    decoded += new TextDecoder().decode(bytes.subarray(index, from));
  }
  return decoded + toWindows1252(bytes.subarray(from));
}

function toWindows1252(bytes: Uint8Array): string {
  if (bytes.length === 0) return "";
  const decoder = new TextDecoder("windows-1252");
  // As a stream: Node 20 reads Windows-1252 as Latin-1 in one go (nodejs/node#56542).
  return decoder.decode(bytes, { stream: true }) + decoder.decode();
}

/** One character for each byte. */
function toLatin1(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8_192)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)));
  return pieces.join("");
}
