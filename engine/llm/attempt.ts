import { UnavailableError } from "../errors/unavailable-error";
import type { Clock } from "../ports/clock";
import type { Wait } from "../util/wait";
import type { EgressGate } from "./egress-gate";
import { estimateTokens } from "./estimate-tokens";
import type { GenerateEvent, GenerateRequest } from "./generator";
import type { ModelInfo, ModelProvider } from "./model-provider";
import { type ModelOutput, readModel } from "./read-model";
import type { SpeedMemory } from "./speed-memory";

export interface AttemptTools {
  readonly gate: EgressGate;
  readonly speeds: SpeedMemory;
  readonly clock: Clock;
  readonly wait: Wait;
  readonly providerOf: (modelId: string) => ModelProvider;
}

export type AnswerPart = Exclude<GenerateEvent, { type: "model" }>;

/** A model that is loaded from disk for its first question takes a minute or two; longer nobody waits. */
const FIRST_TEXT_MS = 120_000;
/** Answers of fewer tokens say little about speed. */
const LEAST_MEASURED_TOKENS = 8;

/**
 * One model's answer to a request. Rejects with UnavailableError when it said nothing, or nothing in time. However it
 * ends, the model is told to stop, and the log says what was sent and what it cost.
 */
export async function* attempt(
  model: ModelInfo,
  request: GenerateRequest,
  tools: AttemptTools,
): AsyncGenerator<AnswerPart> {
  const { gate, clock } = tools;
  request.signal.throwIfAborted();
  const ticket = await gate.admit(model, request);
  const stop = new AbortController();
  const signal = AbortSignal.any([request.signal, stop.signal]);
  const progress = { startedAt: clock.now(), firstAt: 0, text: "" };
  const expected = request.messages.reduce((sum, { content }) => sum + estimateTokens(content), 0);
  let outcome: "answered" | "stopped" | "failed" = "stopped";
  let usage = { inputTokens: expected, outputTokens: 0 };
  try {
    const opened = tools.providerOf(model.id).open(model.id);
    const outputs = readModel(opened, { ...request, signal });
    for await (const output of withStartLimit(outputs, model, tools, signal)) {
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
      await measure(model, progress, usage.outputTokens, tools);
      yield { type: "finish", reason: output.reason, usage };
    }
  } catch (error) {
    if (!request.signal.aborted) outcome = "failed";
    throw error;
  } finally {
    stop.abort();
    if (outcome !== "answered") usage = { ...usage, outputTokens: estimateTokens(progress.text) };
    // A model that failed before its first word is taken not to be paid for.
    const unpaid = outcome === "failed" && progress.text === "";
    await ticket.settle(outcome, unpaid ? { inputTokens: 0, outputTokens: 0 } : usage);
  }
}

/** Gives a model up that has not begun to speak in time. */
async function* withStartLimit(
  outputs: AsyncGenerator<ModelOutput>,
  model: ModelInfo,
  { wait }: AttemptTools,
  signal: AbortSignal,
): AsyncGenerator<ModelOutput> {
  const begun = new AbortController();
  const late = wait(FIRST_TEXT_MS, AbortSignal.any([begun.signal, signal])).then(() => {
    throw new UnavailableError(
      `${model.name} has not begun to answer within ${FIRST_TEXT_MS / 1_000} seconds`,
    );
  });
  late.catch(() => {});
  try {
    const first = await Promise.race([outputs.next(), late]);
    begun.abort();
    if (first.done) return;
    yield first.value;
    yield* outputs;
  } finally {
    begun.abort();
  }
}

async function measure(
  model: ModelInfo,
  { startedAt, firstAt }: { readonly startedAt: number; readonly firstAt: number },
  outputTokens: number,
  { clock, speeds }: AttemptTools,
): Promise<void> {
  const seconds = (clock.now() - firstAt) / 1_000;
  if (outputTokens < LEAST_MEASURED_TOKENS || seconds <= 0) return;
  await speeds.remember(model.id, {
    firstTokenMs: firstAt - startedAt,
    tokensPerSecond: outputTokens / seconds,
  });
}
