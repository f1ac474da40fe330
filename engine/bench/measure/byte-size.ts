/**
 * Bytes a value takes when it is stored: buffers by their length, strings at one byte a character (two where
 * one is outside Latin-1), numbers at eight.
 */
export function byteSize(value: unknown): number {
  if (typeof value === "string") return stringSize(value);
  if (typeof value === "number" || typeof value === "bigint") return 8;
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value !== "object" || value === null) return 1;
  let size = 0;
  for (const part of partsOf(value)) size += byteSize(part);
  return size;
}

function stringSize(text: string): number {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0xff) return 2 * text.length;
  return text.length;
}

function partsOf(value: object): Iterable<unknown> {
  if (value instanceof Map) return [...value.keys(), ...value.values()];
  if (Array.isArray(value) || value instanceof Set) return value;
  return [...Object.keys(value), ...Object.values(value)];
}
