import type { ConvertedText } from "../model/document";
import type { SourceDocument } from "../model/source-document";

/** Raw content larger than this is skipped with a reason: 64 MiB. */
export const MAX_CONTENT_BYTES = 64 * 1024 * 1024;

/**
 * Turns a document's raw content into text. Rejects with SkipItemError (nothing to index: empty, binary,
 * too large) or ReadItemError (corrupt, password-protected); the message is a sentence for a person.
 */
export type Convert = (document: SourceDocument, signal?: AbortSignal) => Promise<ConvertedText>;
