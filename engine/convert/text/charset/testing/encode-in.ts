const encoders = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** The bytes of a text in a code page, by what the platform's decoder makes of each byte and pair. */
export function encodeIn(charset: string, text: string): Uint8Array {
  const encoder = encoders.get(charset) ?? buildEncoder(charset);
  encoders.set(charset, encoder);
  return Uint8Array.from(
    [...text].flatMap((letter) => {
      const bytes = encoder.get(letter);
      if (!bytes) throw new RangeError(`${charset} has no "${letter}"`);
      return bytes;
    }),
  );
}

const PAIRS = new Set(["shift_jis", "euc-jp", "gbk", "big5", "euc-kr"]);

function buildEncoder(charset: string): ReadonlyMap<string, readonly number[]> {
  const encoder = new Map<string, readonly number[]>();
  const add = (bytes: readonly number[]) => {
    const decoder = new TextDecoder(charset);
    // As a stream: Node 20 reads Windows-1252 as Latin-1 in one go.
    const shown = decoder.decode(Uint8Array.from(bytes), { stream: true }) + decoder.decode();
    if ([...shown].length === 1 && shown !== "\uFFFD" && !encoder.has(shown)) encoder.set(shown, bytes);
  };
  for (let byte = 0; byte < 256; byte++) add([byte]);
  if (!PAIRS.has(charset)) return encoder;
  for (let lead = 0x81; lead < 0xff; lead++) for (let trail = 0x40; trail < 0xff; trail++) add([lead, trail]);
  return encoder;
}
