import type { Content, SourceDocument } from "../model/source-document";

/** Bytes the raw content takes, strings counted as the UTF-16 they are in memory. */
export function measureRawBytes(content: Content): number {
  if (content.kind === "bytes") return content.bytes.byteLength;
  if (content.kind === "text") return 2 * content.text.length;
  const texts = content.kind === "thread" ? content.messages : content.text.flat(2);
  return texts.reduce((sum, { text }) => sum + 2 * text.length, 0);
}

/** A view into a larger buffer would be stored with the whole buffer behind it; this cuts it loose. */
export function detachBytes(document: SourceDocument): SourceDocument {
  const { content } = document;
  if (content.kind !== "bytes" || content.bytes.byteLength === content.bytes.buffer.byteLength)
    return document;
  return { ...document, content: { ...content, bytes: content.bytes.slice() } };
}
