import {
  AutoModelForCausalLM,
  DynamicCache,
  env,
  InterruptableStoppingCriteria,
  LogLevel,
  PreTrainedTokenizer,
  Tensor,
  TextStreamer,
} from "@xenova/transformers";
import { ContextOverflowError } from "../../errors/context-overflow-error";
import { NotFoundError } from "../../errors/not-found-error";
import type { ModelChat, ModelFinish } from "../../ports/model-worker";
import type { ModelFiles, OnnxModel } from "../../ports/transformers-js";
import { fileUrl } from "./fetch-model-files";

/**
 * Tokens of a prompt that are read at once. A processor reads some hundred in a second and can neither be stopped nor
 * receive messages meanwhile. For each of them the scores of the whole vocabulary are kept, 600 KB a token with Qwen.
 */
const PREFILL_STEP_TOKENS = 64;

export interface OpenOptions {
  readonly files: ModelFiles;
  /** The device; ONNX Runtime's default where absent. */
  readonly device?: "webgpu" | "wasm";
  /** Lets messages arrive between two computations. */
  readonly pause: () => Promise<void>;
}

/** A model in memory. */
export interface OnnxSession {
  /**
   * Generates an answer; `onText` receives it in pieces. Ends early, with the text so far, when `signal` aborts.
   * Rejects with ContextOverflowError when the prompt leaves no tokens for an answer.
   */
  answer(
    chat: Omit<ModelChat, "modelId">,
    on: { readonly onText: (text: string) => void; readonly signal: AbortSignal },
  ): Promise<ModelFinish>;
  close(): Promise<void>;
}

type CausalModel = Awaited<ReturnType<typeof AutoModelForCausalLM.from_pretrained>>;
type Feeds = Record<string, Tensor>;

/** Loads a model from files that were downloaded. NotFoundError when one is missing; nothing is downloaded here. */
export async function openOnnxModel(model: OnnxModel, options: OpenOptions): Promise<OnnxSession> {
  restrictToFiles(options.files);
  const { repository, revision, precision } = model;
  const [tokenizer, loaded] = await Promise.all([
    openTokenizer(model, options.files),
    AutoModelForCausalLM.from_pretrained(repository, {
      revision,
      dtype: precision,
      device: options.device ?? "auto",
    }),
  ]);
  const forward = loaded.forward.bind(loaded);
  loaded.forward = async (feeds: Feeds) => {
    await options.pause();
    return forward(feeds);
  };
  return {
    answer: (chat, on) => answer(chat, { model, tokenizer, loaded, ...on }),
    close: async () => void (await loaded.dispose()),
  };
}

/** The library looks in its cache first and then on the web; here every web request fails. */
function restrictToFiles(files: ModelFiles): void {
  Object.assign(env, {
    // At other levels it logs the tokens of the prompt to the console when something fails.
    logLevel: LogLevel.NONE,
    useBrowserCache: false,
    useFSCache: false,
    useFS: false,
    useWasmCache: false,
    allowLocalModels: false,
    allowRemoteModels: true,
    useCustomCache: true,
    customCache: { match: (url: string) => files.read(url), put: async () => {} },
    fetch: async (url: string) => {
      throw new NotFoundError(`Cannot load a model: "${url}" was not downloaded`);
    },
  });
}

/** Not with the library's own loader, which loads the newest tokenizer whatever the revision. */
async function openTokenizer(model: OnnxModel, files: ModelFiles): Promise<PreTrainedTokenizer> {
  const [tokenizer, config] = await Promise.all(
    ["tokenizer.json", "tokenizer_config.json"].map(async (path) => {
      const file = await files.read(fileUrl(model, path));
      if (!file) throw new NotFoundError(`Cannot load ${model.name}: "${path}" was not downloaded`);
      return file.json();
    }),
  );
  return new PreTrainedTokenizer(tokenizer, config);
}

interface AnswerDeps {
  readonly model: OnnxModel;
  readonly tokenizer: PreTrainedTokenizer;
  readonly loaded: CausalModel;
  readonly onText: (text: string) => void;
  readonly signal: AbortSignal;
}

async function answer(
  { messages, maxOutputTokens = Number.POSITIVE_INFINITY }: Omit<ModelChat, "modelId">,
  { model, tokenizer, loaded, onText, signal }: AnswerDeps,
): Promise<ModelFinish> {
  const prompt = encodePrompt(tokenizer, messages);
  const availableTokens = model.contextTokens - prompt.length;
  if (availableTokens <= 0) throw new ContextOverflowError("The prompt is longer than the model's window");
  const limit = Math.min(maxOutputTokens, availableTokens);
  const stop = new InterruptableStoppingCriteria();
  const interrupt = () => stop.interrupt();
  signal.addEventListener("abort", interrupt);
  const cache = new DynamicCache();
  const generated: bigint[] = [];
  try {
    await prefill(loaded, { prompt, cache, signal });
    if (!signal.aborted) {
      await loaded.generate({
        ...toFeeds(prompt, 0, prompt.length),
        past_key_values: cache,
        max_new_tokens: limit,
        // Keeps answers close to the passages.
        do_sample: true,
        temperature: 0.2,
        stopping_criteria: stop,
        streamer: new TextStreamer(tokenizer, {
          skip_prompt: true,
          skip_special_tokens: true,
          callback_function: onText,
          token_callback_function: (tokens: bigint[]) => void generated.push(...tokens),
        }),
      });
    }
  } finally {
    signal.removeEventListener("abort", interrupt);
    await cache.dispose();
  }
  const hasEnded = tokenizer.all_special_ids.includes(Number(generated.at(-1)));
  const reason = generated.length >= limit && !hasEnded ? "length" : "stop";
  return { type: "finish", reason, inputTokens: prompt.length, outputTokens: generated.length };
}

function encodePrompt(tokenizer: PreTrainedTokenizer, messages: ModelChat["messages"]): readonly number[] {
  const ids: unknown = tokenizer.apply_chat_template([...messages], {
    add_generation_prompt: true,
    tokenize: true,
    return_dict: false,
    return_tensor: false,
  });
  return (ids as (number | bigint)[]).map(Number);
}

/** Reads all of the prompt but its end into the cache, step by step. */
async function prefill(
  loaded: CausalModel,
  { prompt, cache, signal }: { prompt: readonly number[]; cache: DynamicCache; signal: AbortSignal },
): Promise<void> {
  for (
    let from = 0;
    from + PREFILL_STEP_TOKENS < prompt.length && !signal.aborted;
    from += PREFILL_STEP_TOKENS
  ) {
    const outputs: Feeds = await loaded.forward({
      ...toFeeds(prompt, from, from + PREFILL_STEP_TOKENS),
      num_logits_to_keep: new Tensor("int64", [1n], []),
      past_key_values: cache,
    });
    cache.update(toPastKeyValues(outputs));
    const { logits } = outputs;
    if (logits?.location === "gpu-buffer") logits.dispose();
  }
}

/** The tokens from `from` to `to`, with a mask over all tokens up to `to`. */
function toFeeds(prompt: readonly number[], from: number, to: number): Feeds {
  const tokens = prompt.slice(from, to).map(BigInt);
  return {
    input_ids: new Tensor("int64", tokens, [1, tokens.length]),
    attention_mask: new Tensor("int64", new Array(to).fill(1n), [1, to]),
  };
}

/** Keys and values by the names of the model's inputs. */
function toPastKeyValues(outputs: Feeds): Feeds {
  return Object.fromEntries(
    Object.entries(outputs)
      .filter(([name]) => name.startsWith("present"))
      .map(([name, tensor]) => [name.replace("present", "past_key_values"), tensor]),
  );
}
