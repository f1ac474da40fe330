import type { ChunkContext, ChunkText } from "../chunk/chunker";
import type { Embedder } from "../embed/embedder";
import { SkipItemError } from "../errors/skip-item-error";
import type { Chunk } from "../model/chunk";
import type { ConvertedText, Document } from "../model/document";
import type { IndexChunk, IndexDocument, SearchIndex } from "../search-index/search-index";

/** Texts embedded between two pauses. */
const EMBED_BATCH_SIZE = 32;

export interface IndexTextDeps {
  readonly index: SearchIndex;
  readonly chunkText: ChunkText;
  readonly contextualText: (context: ChunkContext) => string;
  readonly embedder: Embedder;
  /** Called often; pauses when enough time has passed. */
  readonly pace: () => Promise<void>;
}

/** A document without the results of indexing. */
export type UnindexedDocument = Omit<Document, "documentId" | "chunks">;

/** The row to store and the document for the index, with the same new id. */
export interface IndexedText {
  readonly document: Document;
  readonly indexDocument: IndexDocument;
}

/** Chunks and embeds a text. Rejects with SkipItemError when it is empty. */
export async function indexText(
  deps: IndexTextDeps,
  unindexed: UnindexedDocument,
  signal: AbortSignal,
): Promise<IndexedText> {
  const { index, chunkText, embedder } = deps;
  const chunks = chunkText(toConverted(unindexed), { countTokens: (text) => embedder.countTokens(text) });
  if (chunks.length === 0) throw new SkipItemError("There is no text in it");
  const indexChunks = await embedChunks(deps, { ...unindexed, chunks }, signal);
  const [documentId] = index.allocateIds(1);
  if (documentId === undefined) throw new TypeError("The index gave no document id");
  const { sourceId, type, title, author, container, updatedAt } = unindexed;
  return {
    document: { ...unindexed, documentId, chunks },
    indexDocument: {
      documentId,
      sourceId,
      type,
      title,
      updatedAt,
      chunks: indexChunks,
      ...(author === undefined ? {} : { author }),
      ...(container === undefined ? {} : { container }),
    },
  };
}

async function embedChunks(
  { embedder, contextualText, pace }: IndexTextDeps,
  { title, text, chunks }: { title: string; text: string; chunks: readonly Chunk[] },
  signal: AbortSignal,
): Promise<readonly IndexChunk[]> {
  const done: IndexChunk[] = [];
  for (let from = 0; from < chunks.length; from += EMBED_BATCH_SIZE) {
    await pace();
    signal.throwIfAborted();
    const slice = chunks.slice(from, from + EMBED_BATCH_SIZE).map(({ ordinal, headings, start, end }) => ({
      ordinal,
      headings,
      text: text.slice(start, end),
    }));
    const contexts = slice.map((chunk) =>
      contextualText({ title, headings: chunk.headings, text: chunk.text }),
    );
    const vectors = await embedder.embedPassages(contexts, signal);
    for (const [at, chunk] of slice.entries()) {
      const vector = vectors[at];
      if (vector === undefined) throw new TypeError(`The embedder gave no vector for chunk ${chunk.ordinal}`);
      done.push({ ...chunk, vector });
    }
  }
  return done;
}

function toConverted({ text, format, pages, parts }: UnindexedDocument): ConvertedText {
  return { text, format, ...(pages ? { pages } : {}), ...(parts ? { parts } : {}) };
}
