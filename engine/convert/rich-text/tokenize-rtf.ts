/** A piece of a Rich Text file (RTF 1.9.1, "Syntax"). */
export type RtfToken =
  | { readonly kind: "open" | "close" }
  | { readonly kind: "control"; readonly word: string; readonly value: number | undefined }
  /** A byte in the code page of the font. */
  | { readonly kind: "byte"; readonly byte: number }
  | { readonly kind: "text"; readonly bytes: Uint8Array };

const OPEN = 0x7b;
const CLOSE = 0x7d;
const BACKSLASH = 0x5c;
const MAX_WORD = 32;

/** Splits a Rich Text file into tokens. Linear in its length; binary data are skipped. */
export function* tokenizeRtf(bytes: Uint8Array): Generator<RtfToken> {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at];
    if (byte === OPEN || byte === CLOSE) {
      yield { kind: byte === OPEN ? "open" : "close" };
      at++;
    } else if (byte === BACKSLASH) {
      const control = readControl(bytes, at + 1);
      yield* control.tokens;
      at = control.end;
    } else {
      const end = textEnd(bytes, at);
      const text = bytes.subarray(at, end).filter((value) => value !== 10 && value !== 13);
      yield { kind: "text", bytes: text };
      at = end;
    }
  }
}

function textEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== OPEN && bytes[at] !== CLOSE && bytes[at] !== BACKSLASH) at++;
  return at;
}

interface Control {
  /** One at most. */
  readonly tokens: readonly RtfToken[];
  readonly end: number;
}

function readControl(bytes: Uint8Array, at: number): Control {
  if (!isLetter(bytes[at])) return readSymbol(bytes, at);
  let end = at;
  while (isLetter(bytes[end]) && end - at < MAX_WORD) end++;
  const word = ascii(bytes, at, end);
  const numberStart = end;
  if (bytes[end] === 0x2d) end++;
  while (isDigit(bytes[end]) && end - numberStart < 12) end++;
  const digits = ascii(bytes, numberStart, end);
  const value = /\d/.test(digits) ? Number(digits) : undefined;
  // One space after a control word belongs to it.
  if (bytes[end] === 0x20) end++;
  if (word === "bin") return { tokens: [], end: Math.min(bytes.length, end + Math.max(0, value ?? 0)) };
  return { tokens: [{ kind: "control", word, value }], end };
}

function readSymbol(bytes: Uint8Array, at: number): Control {
  const symbol = String.fromCharCode(bytes[at] ?? 0x20);
  if (symbol !== "'") return { tokens: [{ kind: "control", word: symbol, value: undefined }], end: at + 1 };
  const byte = Number.parseInt(ascii(bytes, at + 1, at + 3), 16);
  return Number.isNaN(byte) ? { tokens: [], end: at + 1 } : { tokens: [{ kind: "byte", byte }], end: at + 3 };
}

function ascii(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}
