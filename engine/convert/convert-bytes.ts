import type { ConvertedText } from "../model/document";
import type { BinaryKind } from "./detect/content-kind";

export interface ConvertBytesOptions {
  /** Named in error messages. */
  readonly name: string;
  /** Links are made absolute against it. */
  readonly url: string | undefined;
  readonly signal: AbortSignal | undefined;
}

/** Converts content that has a container format of its own; its parser is loaded on first use. */
export async function convertBytes(
  kind: BinaryKind,
  bytes: Uint8Array,
  options: ConvertBytesOptions,
): Promise<ConvertedText> {
  switch (kind) {
    case "pdf":
      return (await import("./pdf/convert-pdf")).convertPdf(bytes, options);
    case "docx":
      return (await import("./office/convert-docx")).convertDocx(bytes, options);
    case "mail":
      return (await import("./mail/convert-mail")).convertMail(bytes, options);
  }
}
