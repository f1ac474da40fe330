import { type ModelRecord, prebuiltAppConfig } from "@mlc-ai/web-llm";
import type { PackagedModel } from "../../../engine/ports/web-llm";

/** From small to large, each for adapters with 16-bit floats (f16) and without (f32). None thinks aloud first. */
const OFFERED_IDS = [
  "SmolLM2-360M-Instruct",
  "Llama-3.2-1B-Instruct",
  "Qwen2.5-1.5B-Instruct",
  "gemma-2-2b-it",
  "Llama-3.2-3B-Instruct",
  "Phi-4-mini-instruct",
  "Llama-3.1-8B-Instruct",
].flatMap((name) => [`${name}-q4f16_1-MLC`, `${name}-q4f32_1-MLC`]);

/** Used where a record names no other; all of them do. */
const CONTEXT_TOKENS = 4_096;

/** The records of WebLLM's own list that Atlas offers. */
export function listOfferedModels(): readonly ModelRecord[] {
  return OFFERED_IDS.map((id) => {
    const record = prebuiltAppConfig.model_list.find(({ model_id }) => model_id === id);
    if (!record) throw new RangeError(`WebLLM does not have the model "${id}" any more`);
    return record;
  });
}

/** File name of the code that computes a model; models of one shape share it. */
export function toLibraryFileName({ model_lib: url }: ModelRecord): string {
  return url.slice(url.lastIndexOf("/") + 1);
}

/** What the extension is told of a model. */
export function toPackagedModel(record: ModelRecord, libraries: ReadonlySet<string>): PackagedModel {
  const { model_id: id, vram_required_MB: megabytes = 0, overrides } = record;
  return {
    id,
    memoryBytes: Math.round(megabytes * 1_000_000),
    contextTokens: overrides?.context_window_size ?? CONTEXT_TOKENS,
    needsHalfFloats: id.includes("f16"),
    hasLibrary: libraries.has(toLibraryFileName(record)),
  };
}
