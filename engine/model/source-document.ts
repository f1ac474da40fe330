import type { ImageText } from "./image-text";

/** Kind of a document. It is displayed and can be used as a filter. */
export type DocumentType =
  | "page"
  | "file"
  | "bookmark"
  | "visit"
  | "tab"
  | "thread"
  | "mail"
  | "issue"
  | "event";

/** One message of a thread. `url` opens this message. */
export interface ThreadMessage {
  readonly author: string;
  /** Milliseconds since the epoch. */
  readonly sentAt: number;
  readonly text: string;
  /** The message as HTML, where it has that form too; read in place of `text` unless that says more. */
  readonly html?: string;
  readonly attachments?: readonly MessageAttachment[];
  readonly url?: string;
}

/** A file of a message, which is converted by its own format. */
export interface MessageAttachment {
  readonly name: string;
  readonly mediaType?: string;
  /** Absent where the file was not fetched; `reason` then says why: "is larger than 10 MB". */
  readonly bytes?: Uint8Array;
  readonly reason?: string;
}

/**
 * The raw content a connector delivers, before conversion to text. `note` says what is missing when the content is
 * known to be incomplete (a bookmark whose page could not be fetched); the document is indexed and the ledger shows
 * the note.
 */
export type Content =
  | { readonly kind: "text"; readonly mediaType: string; readonly text: string; readonly note?: string }
  | {
      readonly kind: "bytes";
      readonly mediaType?: string;
      readonly bytes: Uint8Array;
      readonly note?: string;
    }
  | {
      readonly kind: "thread";
      /** What the vendor shows above the messages: "Labels: Clients, Travel". Nobody's words. */
      readonly heading?: string;
      readonly messages: readonly ThreadMessage[];
      readonly note?: string;
    }
  /** Text recognised in a picture. */
  | { readonly kind: "image"; readonly text: ImageText; readonly note?: string };

/**
 * A document as its source delivers it. `id` is unique and unchanging within the source. `url` opens the original.
 */
export interface SourceDocument {
  readonly id: string;
  readonly type: DocumentType;
  readonly title: string;
  readonly url: string;
  /** Changes whenever the content changes: an etag, `mtime:size`, a revision number. */
  readonly version: string;
  readonly author?: string;
  readonly people?: readonly string[];
  /** Its location, outermost first: a folder path, a repository, a channel. */
  readonly container?: readonly string[];
  /** Milliseconds since the epoch. */
  readonly createdAt?: number;
  /** Milliseconds since the epoch. */
  readonly updatedAt: number;
  /** Present for files: the name with its extension, which decides how the bytes are read. */
  readonly fileName?: string;
  /** SHA-256 of the raw content in hex, where the source computes one. Used to find moved files. */
  readonly contentHash?: string;
  readonly content: Content;
}
