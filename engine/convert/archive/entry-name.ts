/** The upper half of code page 437, which names are in where nothing else is declared (APPNOTE, appendix D). */
const CODE_PAGE_437 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";

/** Many programs write UTF-8 without saying so, and code page 437 is hardly ever valid UTF-8. */
export function decodeEntryName(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return Array.from(bytes, (byte) =>
      byte < 128 ? String.fromCharCode(byte) : (CODE_PAGE_437[byte - 128] ?? "?"),
    ).join("");
  }
}

/** The path of an entry, as all programs write it. Undefined for one that points out of the archive. */
export function normaliseEntryName(name: string): string | undefined {
  const path = name.replaceAll("\\", "/");
  if (path.includes("\0") || /^[a-z]:/i.test(path)) return undefined;
  const steps = path.split("/").filter((step) => step !== "" && step !== ".");
  if (steps.includes("..")) return undefined;
  return steps.join("/") + (path.endsWith("/") ? "/" : "");
}
