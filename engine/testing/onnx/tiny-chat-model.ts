import { type OnnxConstant, type OnnxNode, writeOnnx } from "./write-onnx";

export interface TinyChatOptions {
  /** Its reply to every prompt; no word occurs twice. */
  readonly answer: string;
  /** Starts again instead of ending. */
  readonly endless?: boolean;
  /** Tokens it may be given in one call. */
  readonly maxTokensPerCall?: number;
  /** Unused products of two 256 × 256 matrices that it computes for every token. */
  readonly work?: number;
}

const SPECIAL = ["<unk>", "<|system|>", "<|user|>", "<|assistant|>", "<|end|>", "<|broken|>"] as const;
type Special = (typeof SPECIAL)[number];
const id = (token: Special) => SPECIAL.indexOf(token);
/** Higher than any other score. */
const TOP_SCORE = 1_000;
const WORK_SIZE = 256;

/**
 * The files of a language model, as on huggingface.co, by path: each word follows from the word before. It outputs
 * "<|broken|>" when its cache does not match its input, or when its input is too long.
 */
export function createTinyChatModel(options: TinyChatOptions): ReadonlyMap<string, Uint8Array<ArrayBuffer>> {
  const words = options.answer.split(" ");
  if (new Set(words).size < words.length) throw new RangeError(`"${options.answer}" has a word twice`);
  const vocabulary = [...SPECIAL, ...words];
  const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  const weights = writeModel(vocabulary, options);
  return new Map([
    ["config.json", json(config(vocabulary.length))],
    ["generation_config.json", json({ eos_token_id: id("<|end|>"), pad_token_id: id("<|end|>") })],
    ["tokenizer_config.json", json(TOKENIZER_CONFIG)],
    ["tokenizer.json", json(tokenizer(vocabulary))],
    ["onnx/model_quantized.onnx", weights],
    ["onnx/model_q4.onnx", weights],
    ["onnx/model_q4f16.onnx", weights],
  ]);
}

function config(size: number) {
  return {
    architectures: ["LlamaForCausalLM"],
    model_type: "llama",
    hidden_size: 1,
    num_attention_heads: 1,
    num_key_value_heads: 1,
    num_hidden_layers: 1,
    vocab_size: size,
    eos_token_id: id("<|end|>"),
  };
}

const TOKENIZER_CONFIG = {
  tokenizer_class: "PreTrainedTokenizerFast",
  eos_token: "<|end|>",
  unk_token: "<unk>",
  chat_template:
    "{% for message in messages %}<|{{ message.role }}|> {{ message.content }} <|end|> {% endfor %}" +
    "{% if add_generation_prompt %}<|assistant|>{% endif %}",
};

function tokenizer(vocabulary: readonly string[]) {
  return {
    version: "1.0",
    added_tokens: SPECIAL.map((content) => ({
      id: id(content),
      content,
      special: true,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
    })),
    normalizer: null,
    pre_tokenizer: { type: "WhitespaceSplit" },
    post_processor: null,
    decoder: null,
    model: {
      type: "WordLevel",
      vocab: Object.fromEntries(vocabulary.map((token, at) => [token, at])),
      unk_token: "<unk>",
    },
  };
}

/** The scores of the next word are a row of a table; key and value are the token itself. */
function writeModel(vocabulary: readonly string[], options: TinyChatOptions): Uint8Array<ArrayBuffer> {
  const memory = (name: string, length: string) =>
    ({ name, type: "float", shape: [1, 1, length, 1] }) as const;
  return writeOnnx({
    inputs: [
      { name: "input_ids", type: "int64", shape: [1, "new"] },
      { name: "attention_mask", type: "int64", shape: [1, "seen"] },
      memory("past_key_values.0.key", "past"),
      memory("past_key_values.0.value", "past"),
    ],
    outputs: [
      { name: "logits", type: "float", shape: [1, "new", vocabulary.length] },
      memory("present.0.key", "all"),
      memory("present.0.value", "all"),
    ],
    constants: constants(vocabulary, options),
    nodes: [...NODES, ...workNodes(options.work ?? 0)],
  });
}

const NODES: readonly OnnxNode[] = [
  node("Gather", ["table", "input_ids"], "next"),
  { ...node("Cast", ["input_ids"], "tokens"), attributes: { to: 1 } },
  node("Unsqueeze", ["tokens", "axes"], "token"),
  { ...node("Concat", ["past_key_values.0.key", "token"], "present.0.key"), attributes: { axis: 2 } },
  { ...node("Concat", ["past_key_values.0.value", "token"], "present.0.value"), attributes: { axis: 2 } },
  node("Shape", ["present.0.key"], "remembered shape"),
  node("Gather", ["remembered shape", "third"], "remembered"),
  node("Shape", ["attention_mask"], "seen shape"),
  node("Gather", ["seen shape", "second"], "seen length"),
  node("Sub", ["remembered", "seen length"], "difference"),
  node("Abs", ["difference"], "distance"),
  { ...node("Cast", ["distance"], "drift"), attributes: { to: 1 } },
  node("Shape", ["input_ids"], "new shape"),
  node("Gather", ["new shape", "second"], "new length"),
  { ...node("Cast", ["new length"], "given"), attributes: { to: 1 } },
  node("Sub", ["given", "most"], "beyond most"),
  node("Relu", ["beyond most"], "excess"),
  node("Add", ["drift", "excess"], "wrong"),
  node("Mul", ["wrong", "broken"], "complaint"),
  node("Add", ["next", "complaint"], "scores"),
  { ...node("Cast", ["seen length"], "length"), attributes: { to: 1 } },
  node("Mul", ["zeros", "length"], "work 0"),
];

/** Products of zeros, without effect on the result. */
function workNodes(count: number): readonly OnnxNode[] {
  const products = Array.from({ length: count }, (_, at) =>
    node("MatMul", [`work ${at}`, "work 0"], `work ${at + 1}`),
  );
  return [
    ...products,
    { ...node("ReduceSum", [`work ${count}`], "nothing"), attributes: { keepdims: 0 } },
    node("Add", ["scores", "nothing"], "logits"),
  ];
}

function constants(
  vocabulary: readonly string[],
  { endless = false, maxTokensPerCall = Number.MAX_SAFE_INTEGER }: TinyChatOptions,
): readonly OnnxConstant[] {
  const size = vocabulary.length;
  const table = new Float32Array(size * size);
  const begin = SPECIAL.length;
  const follow = (from: number, to: number) => table.fill(TOP_SCORE, from * size + to, from * size + to + 1);
  for (let at = begin; at < size - 1; at++) follow(at, at + 1);
  follow(size - 1, endless ? begin : id("<|end|>"));
  follow(id("<|assistant|>"), begin);
  const broken = new Float32Array(size);
  broken[id("<|broken|>")] = 2 * TOP_SCORE;
  return [
    { name: "table", shape: [size, size], data: table },
    { name: "broken", shape: [size], data: broken },
    { name: "most", shape: [1], data: Float32Array.of(maxTokensPerCall) },
    { name: "axes", shape: [2], data: BigInt64Array.of(1n, 3n) },
    { name: "third", shape: [1], data: BigInt64Array.of(2n) },
    { name: "second", shape: [1], data: BigInt64Array.of(1n) },
    { name: "zeros", shape: [WORK_SIZE, WORK_SIZE], data: new Float32Array(WORK_SIZE * WORK_SIZE) },
  ];
}

function node(type: string, inputs: readonly string[], output: string): OnnxNode {
  return { type, inputs, outputs: [output] };
}
