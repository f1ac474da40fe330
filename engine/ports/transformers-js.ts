import type { ModelWorker } from "./model-worker";

/** A file of a model where models come from. */
export interface OnnxFile {
  /** Within the repository: "onnx/model_quantized.onnx". */
  readonly path: string;
  /** As published; what arrives may differ a little. */
  readonly bytes: number;
}

/** A model as ONNX, one precision of it. */
export interface OnnxModel {
  /** Stable and unique: "SmolLM2-360M-Instruct-q8". */
  readonly id: string;
  /** For people: "SmolLM2 360M". */
  readonly name: string;
  /** On huggingface.co: "HuggingFaceTB/SmolLM2-360M-Instruct". */
  readonly repository: string;
  /** The commit whose files are fetched. */
  readonly revision: string;
  /** `q8`: 8-bit weights, for processors; `q4` and `q4f16`: 4-bit weights computed in floats of 32 or 16 bits. */
  readonly precision: "q8" | "q4" | "q4f16";
  readonly files: readonly OnnxFile[];
  /** Of input and output together, as far as Atlas lets it go. */
  readonly contextTokens: number;
  /** At most, while it answers. */
  readonly memoryBytes: number;
}

/** Transformers.js (https://huggingface.co/docs/transformers.js) with ONNX Runtime. */
export type TransformersJs = ModelWorker<OnnxModel>;

/** Where the files of one model are kept, by their addresses. */
export interface ModelFiles {
  read(url: string): Promise<Response | undefined>;
  /** Keeps all of the body or nothing; rejects with the body's error, or with a QuotaExceededError. */
  write(url: string, body: Response): Promise<void>;
}
