/**
 * Estimates the tokens of a text for a model whose tokenizer is not available, rather too many than too few. Compared with
 * o200k_base, cl100k_base and Llama 3's on prose, code and nine languages, it reaches the highest of the three, and
 * exceeds it for English and code by a quarter to a half.
 */
export function estimateTokens(text: string): number {
  let tokens = 0;
  for (const [piece] of text.matchAll(PIECES)) tokens += tokensOf(piece);
  return Math.ceil(tokens);
}

/** Words are split where lower case changes to upper case, as tokens are. */
const PIECES = /[A-Z]?[a-z]+|[A-Z]+|[ \t]+|[\s\S]/gu;

function tokensOf(piece: string): number {
  if (/^[A-Za-z]/.test(piece)) return piece.length <= 5 ? 1 : 1 + Math.ceil((piece.length - 5) / 3);
  // A space is part of the token of the next word; long runs of spaces, as in code, are not.
  if (/^[ \t]/.test(piece)) return Math.floor(piece.length / 4);
  const code = piece.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  // Emoji and rare characters are split into bytes; Greek and Cyrillic have larger tokens than other scripts.
  if (code > 0xffff) return 4;
  return code >= 0x0370 && code < 0x0530 ? 1 : 1.6;
}
