import type { OnnxFile, OnnxModel } from "../../ports/transformers-js";

/** A repository on huggingface.co at a commit. Sizes of files in bytes, some of SmolLM2 to the megabyte. */
interface ModelRepository {
  readonly name: string;
  readonly repository: string;
  readonly revision: string;
  readonly tokenizerBytes: number;
  readonly weightBytes: Readonly<Record<OnnxModel["precision"], number>>;
  /** Of the model's config.json; they give the size of the key-value cache of a token. */
  readonly layers: number;
  readonly keyValueHeads: number;
  readonly headSize: number;
}

/** From small to large. Instruction models under Apache 2.0, in one file each, without reasoning. */
const REPOSITORIES: readonly ModelRepository[] = [
  {
    name: "SmolLM2 135M",
    repository: "HuggingFaceTB/SmolLM2-135M-Instruct",
    revision: "12fd25f77366fa6b3b4b768ec3050bf629380bac",
    tokenizerBytes: 2_104_556,
    weightBytes: { q8: 137_000_000, q4: 200_000_000, q4f16: 134_000_000 },
    layers: 30,
    keyValueHeads: 3,
    headSize: 64,
  },
  {
    name: "SmolLM2 360M",
    repository: "HuggingFaceTB/SmolLM2-360M-Instruct",
    revision: "a10cc1512eabd3dde888204e902eca88bddb4951",
    tokenizerBytes: 2_104_556,
    weightBytes: { q8: 365_000_000, q4: 388_000_000, q4f16: 272_737_275 },
    layers: 32,
    keyValueHeads: 5,
    headSize: 64,
  },
  {
    name: "Qwen2.5 0.5B",
    repository: "onnx-community/Qwen2.5-0.5B-Instruct",
    revision: "cc5cc01a65cc3ff17bdb73a7de33d879f62599b0",
    tokenizerBytes: 7_031_673,
    weightBytes: { q8: 512_096_557, q4: 786_156_820, q4f16: 483_003_582 },
    layers: 24,
    keyValueHeads: 2,
    headSize: 64,
  },
];

/** The models take 8,192 tokens or more, but a processor needs minutes for so many, and memory grows with them. */
const CONTEXT_TOKENS = 4_096;
/** ONNX Runtime itself and its buffers for one step. */
const RUNTIME_BYTES = 200_000_000;
/** A configuration of one of these models is smaller. */
const CONFIG_BYTES = 10_000;

/** The names of the weights in repositories for Transformers.js. */
const WEIGHTS: Readonly<Record<OnnxModel["precision"], string>> = {
  q8: "onnx/model_quantized.onnx",
  q4: "onnx/model_q4.onnx",
  q4f16: "onnx/model_q4f16.onnx",
};

/**
 * The models that Atlas runs with Transformers.js: a variant of each for processors, one for older graphics adapters,
 * one for newer.
 */
export const ONNX_CATALOG: readonly OnnxModel[] = REPOSITORIES.flatMap((repository) => [
  toModel(repository, "q8"),
  toModel(repository, "q4"),
  toModel(repository, "q4f16"),
]);

function toModel(repository: ModelRepository, precision: OnnxModel["precision"]): OnnxModel {
  const { name, revision, weightBytes } = repository;
  return {
    id: `${repository.repository.split("/").at(-1)}-${precision}`,
    name,
    repository: repository.repository,
    revision,
    precision,
    files: filesOf(repository, precision),
    contextTokens: CONTEXT_TOKENS,
    // The cache exists twice, old and new, while a token is computed.
    memoryBytes:
      weightBytes[precision] + 2 * CONTEXT_TOKENS * bytesPerToken(repository, precision) + RUNTIME_BYTES,
  };
}

/** Small files first: an error of a model is found before its weights are downloaded. */
function filesOf(
  { tokenizerBytes, weightBytes }: ModelRepository,
  precision: OnnxModel["precision"],
): readonly OnnxFile[] {
  return [
    { path: "config.json", bytes: CONFIG_BYTES },
    { path: "generation_config.json", bytes: CONFIG_BYTES },
    { path: "tokenizer_config.json", bytes: CONFIG_BYTES },
    { path: "tokenizer.json", bytes: tokenizerBytes },
    { path: WEIGHTS[precision], bytes: weightBytes[precision] },
  ];
}

/** A key and a value for every head of every layer. */
function bytesPerToken(
  { layers, keyValueHeads, headSize }: ModelRepository,
  precision: OnnxModel["precision"],
): number {
  return 2 * layers * keyValueHeads * headSize * (precision === "q4f16" ? 2 : 4);
}
