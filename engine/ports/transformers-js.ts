import type { ModelWorker } from "./model-worker";

/** A file of a model as it can be downloaded. */
export interface OnnxFile {
  /** Within the repository: "onnx/model_quantized.onnx". */
  readonly path: string;
  /** As published. The size received may differ a little. */
  readonly bytes: number;
}

/** A model in ONNX format in one precision. */
export interface OnnxModel {
  /** Stable and unique: "SmolLM2-360M-Instruct-q8". */
  readonly id: string;
  /** Display name: "SmolLM2 360M". */
  readonly name: string;
  /** On huggingface.co: "HuggingFaceTB/SmolLM2-360M-Instruct". */
  readonly repository: string;
  /** The commit whose files are downloaded. */
  readonly revision: string;
  /**
   * `q8`: 8-bit weights, for processors; `q4` and `q4f16`: 4-bit weights with computation in 32-bit or 16-bit floats.
   */
  readonly precision: "q8" | "q4" | "q4f16";
  readonly files: readonly OnnxFile[];
  /** Input and output together, as limited by Atlas. */
  readonly contextTokens: number;
  /** Maximum memory while it answers. */
  readonly memoryBytes: number;
}

/** Transformers.js (https://huggingface.co/docs/transformers.js) with ONNX Runtime. */
export type TransformersJs = ModelWorker<OnnxModel>;

/** The stored files of one model, by their addresses. */
export interface ModelFiles {
  read(url: string): Promise<Response | undefined>;
  /** Stores all of the body or nothing. Rejects with the body's error, or with a QuotaExceededError. */
  write(url: string, body: Response): Promise<void>;
}
