import type { PromptApi, PromptAvailability, PromptMessage, PromptSession } from "../../ports/prompt-api";
import { countedStream } from "./counted-stream";
import { countWords, type ModelScript, type ModelStep } from "./model-script";

export interface FakePromptApi extends PromptApi {
  setScript(script: ModelScript): void;
  /** Answers being generated now. */
  activeRequests(): number;
  setAvailability(availability: PromptAvailability): void;
  /** Shares of the download that `create` reports, if any. */
  setDownload(shares: readonly number[]): void;
  /** Sessions created, without copies, and those not destroyed yet. */
  readonly created: readonly (readonly PromptMessage[])[];
  open(): number;
}

const CONTEXT_TOKENS = 4_096;

/** Chrome's built-in model, by its specification: quota, copies, and DOMExceptions. */
export function createFakePromptApi(contextTokens = CONTEXT_TOKENS): FakePromptApi {
  let script: ModelScript = {};
  let availability: PromptAvailability = "available";
  let download: readonly number[] = [];
  let working = 0;
  let open = 0;
  const created: (readonly PromptMessage[])[] = [];

  function openSession(usedTokens: number): PromptSession {
    const destroyed = new AbortController();
    open++;
    return {
      contextTokens,
      usedTokens,
      measure: async (messages) => tokensOf(messages),
      prompt: (messages, signal) => {
        const stop = AbortSignal.any([signal, destroyed.signal]);
        const isTooLong = usedTokens + tokensOf(messages) > contextTokens;
        return countedStream(generate(script, isTooLong, stop), (by) => {
          working += by;
        });
      },
      clone: async (signal) => {
        signal.throwIfAborted();
        if (destroyed.signal.aborted)
          throw new DOMException("The session was destroyed", "InvalidStateError");
        return openSession(usedTokens);
      },
      destroy: () => {
        if (!destroyed.signal.aborted) open--;
        destroyed.abort();
      },
    };
  }

  return {
    created,
    open: () => open,
    activeRequests: () => working,
    setScript: (next) => {
      script = next;
    },
    setAvailability: (next) => {
      availability = next;
    },
    setDownload: (shares) => {
      download = shares;
    },
    availability: async () => availability,
    create: async ({ messages, onProgress, signal }) => {
      signal.throwIfAborted();
      if (availability === "unavailable" || availability === "absent")
        throw new DOMException("The device is not eligible", "NotSupportedError");
      for (const share of download) {
        onProgress?.(share);
        await new Promise((resolve) => setImmediate(resolve));
        signal.throwIfAborted();
      }
      availability = "available";
      created.push(messages);
      return openSession(tokensOf(messages));
    },
  };
}

async function* generate(
  { steps = [], refuse }: ModelScript,
  isTooLong: boolean,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const gone = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  gone.catch(() => {});
  if (isTooLong) throw new DOMException("The input is too large", "QuotaExceededError");
  if (refuse) throw new DOMException("Other generic failures occurred", "UnknownError");
  for (const step of steps) {
    signal.throwIfAborted();
    if ("until" in step) await Promise.race([step.until, gone]);
    else yield outputOf(step);
    await Promise.race([new Promise((resolve) => setImmediate(resolve)), gone]);
  }
}

function outputOf(step: Exclude<ModelStep, { until: unknown }>): string {
  if ("text" in step) return step.text;
  // A session, or the whole process that runs the model, may end during an answer.
  if ("fail" in step && step.fail === "cut")
    throw new DOMException("The session was destroyed", "InvalidStateError");
  if ("fail" in step) throw new DOMException("Other generic failures occurred", "UnknownError");
  throw new RangeError("Chrome's model cannot do this");
}

function tokensOf(messages: readonly PromptMessage[]): number {
  return messages.reduce((sum, { content }) => sum + countWords(content), 0);
}
