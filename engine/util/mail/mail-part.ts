/** A part of a mail's MIME tree, its transfer encoding undone. */
export interface MailPart {
  /** In lower case, without parameters. */
  readonly mediaType: string;
  readonly charset?: string | undefined;
  /** The lines of the text are to be joined (RFC 3676). */
  readonly flowed?: FlowedText | undefined;
  readonly fileName?: string | undefined;
  /** Its disposition says that it is no part of the body. */
  readonly isAttachment: boolean;
  /** Empty for containers. */
  readonly bytes: Uint8Array;
  readonly parts: readonly MailPart[];
}

export interface FlowedText {
  /** The space at which a line was broken is not one of the text. */
  readonly deletesSpace: boolean;
}
