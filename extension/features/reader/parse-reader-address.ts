/** The range `[start, end)` of a document to show. */
export interface ReaderAddress {
  readonly sourceId: string;
  readonly itemId: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Parses `?source=…&item=…#START-END`. Without a range the document is shown from its start; undefined when no
 * document is given.
 */
export function parseReaderAddress(search: string, hash: string): ReaderAddress | undefined {
  const parameters = new URLSearchParams(search);
  const sourceId = parameters.get("source");
  const itemId = parameters.get("item");
  if (!sourceId || !itemId) return undefined;
  const [, start = "0", end = "0"] = /^#(\d{1,10})-(\d{1,10})$/.exec(hash) ?? [];
  return { sourceId, itemId, start: Number(start), end: Number(end) };
}
