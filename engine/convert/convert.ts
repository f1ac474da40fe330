import type { ConvertedText } from "../model/document";
import type { SourceDocument } from "../model/source-document";

/** Raw content larger than this is skipped with a reason: 64 MiB. */
export const MAX_CONTENT_BYTES = 64 * 1024 * 1024;

/**
 * Converts the raw content of a document to text. Rejects with SkipItemError (empty, binary, too large) or ReadItemError
 * (damaged, password-protected); the message is a sentence for a person.
 */
export type Convert = (document: SourceDocument, signal?: AbortSignal) => Promise<ConvertedText>;

/** For the converter of one binary format. */
export interface ConvertBytesOptions {
  /** Named in error messages. */
  readonly name: string;
  /** The base of relative links. */
  readonly url: string | undefined;
  readonly signal: AbortSignal | undefined;
}
