import type { ChunkText } from "../chunk/chunker";
import type { Convert } from "../convert/convert";
import type { Embedder } from "../embed/embedder";
import { toPlainError } from "../errors/to-plain-error";
import type { Document } from "../model/document";
import type { SourceDocument } from "../model/source-document";
import type { Clock } from "../ports/clock";

export interface LiveDocumentDeps {
  readonly convert: Convert;
  readonly chunkText: ChunkText;
  readonly embedder: Embedder;
  readonly clock: Clock;
}

/** Converts and chunks a live document as if it were to be indexed; undefined when it has no readable text. */
export async function convertLiveDocument(
  found: SourceDocument,
  identity: Pick<Document, "documentId" | "sourceId">,
  { convert, chunkText, embedder, clock }: LiveDocumentDeps,
): Promise<Document | undefined> {
  try {
    const { title, note: _, author, ...converted } = await convert(found);
    const { id, version: _version, content: _content, contentHash: _hash, ...described } = found;
    return {
      ...described,
      ...identity,
      ...(author !== undefined && { author }),
      itemId: id,
      title: title ?? found.title,
      indexedAt: clock.now(),
      ...converted,
      chunks: chunkText(converted, { countTokens: (text) => embedder.countTokens(text) }),
    };
  } catch (thrown) {
    const { code } = toPlainError(thrown);
    // An unreadable or empty document is skipped; any other error is a defect of Atlas.
    if (code === "skip-item" || code === "read-item") return undefined;
    throw thrown;
  }
}
