import { ReadItemError } from "../../errors/read-item-error";
import type { ConvertedText } from "../../model/document";
import type { ConvertBytesOptions } from "../convert";
import { pause } from "../pause";
import { readRtf } from "./read-rtf";
import { RtfDocument } from "./rtf-document";

/** Converts a Rich Text file to Markdown. */
export async function convertRtf(
  bytes: Uint8Array,
  { name, signal }: ConvertBytesOptions,
): Promise<ConvertedText> {
  const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, 64));
  if (!head.trimStart().startsWith("{\\rtf")) {
    const remedy = "open it in the program that made it and save it again";
    throw new ReadItemError(`Cannot read Rich Text file "${name}": the file is damaged; ${remedy}`);
  }
  const document = new RtfDocument();
  for (const _ of readRtf(bytes, document)) await pause(signal);
  return { format: "markdown", ...document.finish() };
}
