import type { FocusSummary } from "../../engine/contract/focus";
import { EngineGoneError } from "../../engine/errors/engine-gone-error";
import { hasCode } from "../../engine/errors/error-code";
import { callEngine } from "./call-engine";
import type { Attachment } from "./protocol";

interface AttachOptions {
  /** The share of a picture that is read, 0 to 1. Files of other kinds tell none. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Has the engine read a file, and opens a focus on it. Rejects with the signal's reason once it is aborted. */
export async function attachFile(
  attachment: Attachment,
  { onProgress, signal }: AttachOptions,
): Promise<FocusSummary> {
  try {
    return await callEngine("file-attach", attachment, { onEvent: onProgress, signal });
  } catch (error) {
    if (!hasCode(error, "engine-gone")) throw error;
    throw new EngineGoneError(`Cannot read "${attachment.name}": the engine stopped midway; attach it again`);
  }
}
