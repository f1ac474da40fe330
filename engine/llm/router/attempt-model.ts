import { UnavailableError } from "../../errors/unavailable-error";
import type { Clock } from "../../ports/clock";
import type { Wait } from "../../util/wait";
import type { GenerateEvent, GenerateRequest } from "../generator";
import type { ModelInfo, ModelProvider } from "../model-provider";
import { type ModelOutput, readModelStream } from "../stream/read-model-stream";
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
const FIRST_TEXT_TIMEOUT_MS = 120_000;
/** Answers of fewer tokens are too short to measure the speed. */
const MIN_MEASURED_TOKENS = 8;

/**
 * One model's answer to a request. Rejects with UnavailableError when it has no text, or none in time. In every case
 * the model is stopped, and the log records what was sent and what it cost.
 */
export async function* attemptModel(
  model: ModelInfo,
  request: GenerateRequest,
  deps: AttemptDeps,
): AsyncGenerator<OutputEvent> {
  const { gate, clock } = deps;
  request.signal.throwIfAborted();
  const ticket = await gate.admit(model, request);
  const stop = new AbortController();
  const signal = AbortSignal.any([request.signal, stop.signal]);
  const progress = { startedAt: clock.now(), firstAt: 0, text: "" };
  const expected = request.messages.reduce((sum, { content }) => sum + estimateTokens(content), 0);
  let outcome: "answered" | "stopped" | "failed" = "stopped";
  let usage = { inputTokens: expected, outputTokens: 0 };
  try {
    const opened = deps.providerOf(model.id).open(model.id);
    const outputs = readModelStream(opened, { ...request, signal });
    for await (const output of withFirstTextTimeout(outputs, model, deps, signal)) {
      if (output.type === "text") {
        progress.firstAt ||= clock.now();
        progress.text += output.delta;
        yield output;
        continue;
      }
      usage = { inputTokens: expected, outputTokens: estimateTokens(progress.text), ...output.usage };
      if (progress.text === "" && output.reason !== "filtered")
        throw new UnavailableError(`${model.name} had nothing to say`);
      outcome = "answered";
      await recordSpeed(model, progress, usage.outputTokens, deps);
      yield { type: "finish", reason: output.reason, usage };
    }
  } catch (error) {
    if (!request.signal.aborted) outcome = "failed";
    throw error;
  } finally {
    stop.abort();
    if (outcome !== "answered") usage = { ...usage, outputTokens: estimateTokens(progress.text) };
    // A model that failed before its first text is assumed to cost nothing.
    const unpaid = outcome === "failed" && progress.text === "";
    await ticket.settle(outcome, unpaid ? { inputTokens: 0, outputTokens: 0 } : usage);
  }
}

/** Abandons a model without text in time. */
async function* withFirstTextTimeout(
  outputs: AsyncGenerator<ModelOutput>,
  model: ModelInfo,
  { wait }: AttemptDeps,
  signal: AbortSignal,
): AsyncGenerator<ModelOutput> {
  const begun = new AbortController();
  const timeout = wait(FIRST_TEXT_TIMEOUT_MS, AbortSignal.any([begun.signal, signal])).then(() => {
    throw new UnavailableError(
      `${model.name} has not begun to answer within ${FIRST_TEXT_TIMEOUT_MS / 1_000} seconds`,
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
  { startedAt, firstAt }: { readonly startedAt: number; readonly firstAt: number },
  outputTokens: number,
  { clock, speeds }: AttemptDeps,
): Promise<void> {
  const seconds = (clock.now() - firstAt) / 1_000;
  if (outputTokens < MIN_MEASURED_TOKENS || seconds <= 0) return;
  await speeds.record(model.id, {
    firstTokenMs: firstAt - startedAt,
    tokensPerSecond: outputTokens / seconds,
  });
}
