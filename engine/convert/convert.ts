import type { ConvertedText } from "../model/document";
import type { SourceDocument } from "../model/source-document";

/** Raw content larger than this is skipped with a reason: 64 MiB. */
export const MAX_CONTENT_BYTES = 64 * 1024 * 1024;

/**
 * Converts the raw content of a document to text; its note includes that of the content. Rejects with SkipItemError (empty, binary, too large) or ReadItemError
 * (damaged, password-protected); the message is a sentence for a person.
 */
export type Convert = (document: SourceDocument, signal?: AbortSignal) => Promise<ConvertedText>;

/** Converts the content of one binary format. Throws the errors of `Convert`. */
export type ConvertBytes = (bytes: Uint8Array, options: ConvertBytesOptions) => Promise<ConvertedText>;

/** For the converter of one binary format. */
export interface ConvertBytesOptions {
  /** Named in error messages. */
  readonly name: string;
  /** The base of relative links. */
  readonly url: string | undefined;
  readonly signal: AbortSignal | undefined;
  /** Converts a document within this one: an attachment of a mail, a file of an archive. */
  readonly convertPart: ConvertPart;
}

/** A document within another one. */
export interface DocumentWithin {
  readonly name: string;
  readonly mediaType?: string;
  readonly bytes: Uint8Array;
}

/**
 * Converts a document within another one by its own format. Rejects as `Convert` does, and with SkipItemError where
 * documents are nested more than `MAX_NESTING` deep; the outer converter then names the part and the reason in its note.
 */
export type ConvertPart = (part: DocumentWithin) => Promise<ConvertedText>;

/** A mail in a mail in an archive is 2 deep. */
export const MAX_NESTING = 4;
