import { ThinkingLimitError } from "../../errors/thinking-limit-error";
import { UnavailableError } from "../../errors/unavailable-error";
import type { Clock } from "../../ports/clock";
import type { Wait } from "../../util/wait";
import type { GenerateEvent, GenerateRequest, TokenUsage } from "../generator";
import type { ModelInfo, ModelProvider } from "../model-provider";
import { type ModelOutput, type ModelUsage, readModelStream } from "../stream/read-model-stream";
import type { EgressGate } from "../usage/egress-gate";
import { estimateTokens } from "../usage/estimate-tokens";
import type { SpeedTracker } from "./speed-tracker";

export interface AttemptDeps {
  readonly gate: EgressGate;
  readonly speeds: SpeedTracker;
  readonly clock: Clock;
  readonly wait: Wait;
  readonly providerOf: (modelId: string) => ModelProvider;
}

export type OutputEvent = Exclude<GenerateEvent, { type: "model" }>;

/** A model that is loaded from disk for its first question takes a minute or two. */
const FIRST_OUTPUT_TIMEOUT_MS = 120_000;
/** Answers of fewer tokens are too short to measure the speed. */
const MIN_MEASURED_TOKENS = 8;
/** For the thoughts of a model, beyond its answer, as far as they fit into its window. */
const MAX_REASONING_TOKENS = 4_096;

/** What a model has written so far; times in milliseconds since the epoch, 0 for none. */
interface Progress {
  readonly startedAt: number;
  firstOutputAt: number;
  firstTextAt: number;
  text: string;
  reasoning: string;
}

/**
 * One model's answer to a request. Rejects with UnavailableError when it has no text, or no output in time, and with
 * ThinkingLimitError when it spent its limit on reasoning. In every case the model is stopped, and the log records what
 * was sent and what it cost.
 */
export async function* attemptModel(
  model: ModelInfo,
  request: GenerateRequest,
  deps: AttemptDeps,
): AsyncGenerator<OutputEvent> {
  const { gate, clock } = deps;
  request.signal.throwIfAborted();
  const expected = request.messages.reduce((sum, { content }) => sum + estimateTokens(content), 0);
  const room = model.contextTokens - expected - request.maxOutputTokens;
  const desired = Math.max(0, Math.min(MAX_REASONING_TOKENS, room));
  const ticket = await gate.admit(model, { ...request, reasoningTokens: desired });
  const { reasoningTokens } = ticket;
  const stop = new AbortController();
  const signal = AbortSignal.any([request.signal, stop.signal]);
  const progress: Progress = {
    startedAt: clock.now(),
    firstOutputAt: 0,
    firstTextAt: 0,
    text: "",
    reasoning: "",
  };
  let outcome: "answered" | "stopped" | "failed" = "stopped";
  let usage: TokenUsage | undefined;
  try {
    const opened = deps.providerOf(model.id).open(model.id);
    const outputs = readModelStream(opened, { ...request, reasoningTokens, signal });
    for await (const output of withFirstOutputTimeout(outputs, model, deps, signal)) {
      if (output.type !== "finish") {
        addOutput(progress, output, clock.now());
        yield output;
        continue;
      }
      usage = toUsage(progress, expected, output.usage);
      requireAnswer(model, progress, { reason: output.reason, usage });
      outcome = "answered";
      await recordSpeed(model, progress, usage, deps);
      yield { type: "finish", reason: output.reason, usage };
    }
  } catch (error) {
    if (!request.signal.aborted) outcome = "failed";
    throw error;
  } finally {
    stop.abort();
    // A model that failed before its first output is assumed to cost nothing.
    const isUnpaid = outcome === "failed" && !usage && progress.firstOutputAt === 0;
    await ticket.settle(
      outcome,
      isUnpaid ? { inputTokens: 0, outputTokens: 0 } : (usage ?? toUsage(progress, expected, {})),
    );
  }
}

function addOutput(progress: Progress, output: Exclude<ModelOutput, { type: "finish" }>, now: number): void {
  progress.firstOutputAt ||= now;
  if (output.type === "reasoning") progress.reasoning += output.delta;
  else if (output.type === "text") {
    progress.firstTextAt ||= now;
    progress.text += output.delta;
  } else {
    progress.reasoning += progress.text;
    progress.text = "";
    progress.firstTextAt = 0;
  }
}

/** What the model reported; estimated from the text where it did not, or reported 0. */
function toUsage({ text, reasoning }: Progress, expectedInput: number, reported: ModelUsage): TokenUsage {
  const thought = reported.reasoningTokens ?? estimateTokens(reasoning);
  return {
    inputTokens: reported.inputTokens || expectedInput,
    outputTokens: reported.outputTokens || estimateTokens(text) + thought,
    ...(thought > 0 && { reasoningTokens: thought }),
  };
}

function requireAnswer(
  { name }: ModelInfo,
  { text, reasoning }: Progress,
  {
    reason,
    usage,
  }: { readonly reason: "stop" | "length" | "filtered" | "other"; readonly usage: TokenUsage },
): void {
  if (text.trim() !== "" || reason === "filtered") return;
  const { outputTokens } = usage;
  if (reason === "length" && outputTokens > 0)
    throw new ThinkingLimitError(outputTokens, `${name} spent its ${outputTokens} tokens on thinking`);
  throw new UnavailableError(
    reasoning === "" ? `${name} had nothing to say` : `${name} thought about it and gave no answer`,
  );
}

/** Abandons a model without output in time. */
async function* withFirstOutputTimeout(
  outputs: AsyncGenerator<ModelOutput>,
  model: ModelInfo,
  { wait }: AttemptDeps,
  signal: AbortSignal,
): AsyncGenerator<ModelOutput> {
  const begun = new AbortController();
  const timeout = wait(FIRST_OUTPUT_TIMEOUT_MS, AbortSignal.any([begun.signal, signal])).then(() => {
    throw new UnavailableError(
      `${model.name} has not begun to answer within ${FIRST_OUTPUT_TIMEOUT_MS / 1_000} seconds`,
    );
  });
  timeout.catch(() => {});
  try {
    const first = await Promise.race([outputs.next(), timeout]);
    begun.abort();
    if (first.done) return;
    yield first.value;
    yield* outputs;
  } finally {
    begun.abort();
  }
}

async function recordSpeed(
  model: ModelInfo,
  { startedAt, firstOutputAt, firstTextAt, reasoning }: Progress,
  { outputTokens, reasoningTokens = 0 }: TokenUsage,
  { clock, speeds }: AttemptDeps,
): Promise<void> {
  const seconds = (clock.now() - firstOutputAt) / 1_000;
  // Thoughts that were not sent came before the first output.
  const tokens = reasoning === "" ? outputTokens - reasoningTokens : outputTokens;
  const firstTokenMs = firstTextAt - startedAt;
  // Negative when the clock was set back meanwhile.
  if (tokens < MIN_MEASURED_TOKENS || seconds <= 0 || firstTokenMs < 0) return;
  await speeds.record(model.id, {
    firstTokenMs,
    tokensPerSecond: tokens / seconds,
  });
}
