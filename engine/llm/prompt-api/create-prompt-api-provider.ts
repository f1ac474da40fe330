import { NotFoundError } from "../../errors/not-found-error";
import { toPlainError } from "../../errors/to-plain-error";
import type { PromptApi, PromptAvailability, PromptSession } from "../../ports/prompt-api";
import { createLocalModel, type LocalCall, type LocalFinish } from "../local/create-local-model";
import type { ModelInfo, ModelProvider, ModelState } from "../model-provider";
import { estimateTokens } from "../usage/estimate-tokens";
import { type BaseSession, createBaseSession } from "./base-session";
import { promptOverflow, toPromptError } from "./to-prompt-error";

export const BUILT_IN_MODEL = "chrome/built-in";
const NAME = "Chrome's built-in model";

/** Assumed until a session reports its limit; Chrome's was 6,144 tokens first and 9,216 later. */
const CONTEXT_TOKENS = 4_096;

/** The requirements of Chrome's documentation (https://developer.chrome.com/docs/ai/prompt-api, read 2026-11-21). */
const REQUIREMENTS =
  "it needs Windows 10, macOS 13, Linux or a Chromebook Plus, 22 GB of free disk space, and more than 4 GB of " +
  "graphics memory or 16 GB of memory with 4 processor cores";

const STATES: Record<PromptAvailability, { readonly state: ModelState; readonly reason?: string }> = {
  absent: {
    state: "unavailable",
    reason: "This browser has no built-in language model; Chrome has one from version 138 on",
  },
  unavailable: {
    state: "unavailable",
    reason: `Chrome's model cannot run on this computer: ${REQUIREMENTS}`,
  },
  downloadable: { state: "downloadable" },
  downloading: { state: "downloadable", reason: "Chrome is fetching its model; it goes on by itself" },
  available: { state: "ready" },
};

/** Chrome's Gemini Nano: no key, no server, no download of Atlas's own. */
export function createPromptApiProvider(api: PromptApi): ModelProvider {
  const base = createBaseSession(api);

  async function readModelInfo(): Promise<ModelInfo> {
    const model = {
      id: BUILT_IN_MODEL,
      providerId: "chrome",
      name: NAME,
      locality: "device",
      contextTokens: base.contextTokens() ?? CONTEXT_TOKENS,
    } as const;
    try {
      return { ...model, ...STATES[await api.availability()] };
    } catch (error) {
      const { message } = toPlainError(toPromptError(error, model.contextTokens));
      return { ...model, state: "unavailable", reason: message };
    }
  }

  return {
    id: "chrome",
    name: NAME,
    listModels: async () => [await readModelInfo()],
    open: (modelId) => {
      if (modelId !== BUILT_IN_MODEL) throw new NotFoundError(`Chrome has no model "${modelId}"`);
      return createLocalModel({ provider: "chrome", modelId, generate: (call) => generate(base, call) });
    },
    download: async (_modelId, onProgress, signal) => {
      try {
        const session = await api.create({ messages: [], onProgress, signal });
        session.destroy();
      } catch (error) {
        throw toPromptError(error, CONTEXT_TOKENS);
      }
    },
  };
}

async function* generate(base: BaseSession, call: LocalCall): AsyncGenerator<string, LocalFinish> {
  const { messages, signal } = call;
  const instructions = messages.filter(({ role }) => role === "system");
  let session: PromptSession | undefined;
  try {
    session = await base.copy(instructions, signal);
    return yield* streamAnswer(session, call);
  } catch (error) {
    // The state of the session is unknown after an error: the next answer starts from a new one.
    if (!signal.aborted) base.drop();
    throw toPromptError(error, base.contextTokens() ?? CONTEXT_TOKENS);
  } finally {
    session?.destroy();
  }
}

/** The browser has no limit for an answer, so it is ended here. */
async function* streamAnswer(
  session: PromptSession,
  { messages, maxOutputTokens = Number.POSITIVE_INFINITY, signal }: LocalCall,
): AsyncGenerator<string, LocalFinish> {
  const turns = messages.filter(({ role }) => role !== "system");
  const inputTokens = session.usedTokens + (await session.measure(turns, signal));
  if (inputTokens >= session.contextTokens) throw promptOverflow(session.contextTokens);
  let text = "";
  for await (const delta of session.prompt(turns, signal)) {
    if (typeof delta !== "string") throw new TypeError("Chrome's model gave something else than text");
    text += delta;
    yield delta;
    const outputTokens = estimateTokens(text);
    if (outputTokens >= maxOutputTokens) return { reason: "length", inputTokens, outputTokens };
  }
  signal.throwIfAborted();
  const outputTokens = await session.measure([{ role: "assistant", content: text }], signal);
  const isFull = inputTokens + outputTokens >= session.contextTokens;
  return { reason: isFull ? "length" : "stop", inputTokens, outputTokens };
}
