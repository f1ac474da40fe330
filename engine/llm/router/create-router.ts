import { ContextOverflowError } from "../../errors/context-overflow-error";
import { hasCode } from "../../errors/error-code";
import { NotFoundError } from "../../errors/not-found-error";
import { PermissionError } from "../../errors/permission-error";
import { UnavailableError } from "../../errors/unavailable-error";
import type { ModelSettings } from "../../model/model-settings";
import type { GenerateEvent, GenerateRequest, Generator, ModelChoice } from "../generator";
import type { ModelInfo } from "../model-provider";
import { estimateTokens } from "../usage/estimate-tokens";
import { type AttemptDeps, attemptModel, type OutputEvent } from "./attempt-model";
import { raceToFirst } from "./race-to-first";
import { isAllowed, rankModels } from "./rank-models";

export interface RouterDeps extends AttemptDeps {
  readonly settings: () => ModelSettings;
  readonly listModels: () => Promise<readonly ModelInfo[]>;
}

/** Models that are asked at once in a race. */
const RACE_SIZE = 2;

/**
 * Generates with the best available model: it is ranked, admitted by the budget, logged, and replaced when it fails
 * before its first text.
 */
export function createRouter(deps: RouterDeps): Generator {
  const { settings, listModels, speeds } = deps;

  async function rank(choice: ModelChoice): Promise<readonly ModelInfo[]> {
    const models = await listModels();
    const ranked = rankModels(models, { settings: settings(), choice, speeds: await speeds.all() });
    return choice.modelId === undefined ? ranked : ranked.filter(({ id }) => id === choice.modelId);
  }

  async function chainFor(request: GenerateRequest): Promise<readonly ModelInfo[]> {
    const ranked = await rank(request);
    if (ranked.length === 0) throw toNoModelError(await listModels(), settings(), request);
    const needed =
      request.maxOutputTokens +
      request.messages.reduce((sum, { content }) => sum + estimateTokens(content), 0);
    const fitting = ranked.filter(({ contextTokens }) => contextTokens >= needed);
    if (fitting.length === 0) throw toOverflowError(ranked, needed);
    return fitting;
  }

  async function* generate(request: GenerateRequest): AsyncGenerator<GenerateEvent> {
    request.signal.throwIfAborted();
    const chain = await chainFor(request);
    const racers = settings().race ? RACE_SIZE : 1;
    const stages = [chain.slice(0, racers), ...chain.slice(racers).map((model) => [model])];
    yield* answerWithFallback(stages, request, deps);
  }

  return {
    generate,
    window: async (choice) => {
      const [model] = await rank(choice);
      return model && { model, contextTokens: model.contextTokens, countTokens: estimateTokens };
    },
  };
}

/** Tries the next stage when all models of one failed before their first text. */
async function* answerWithFallback(
  stages: readonly (readonly ModelInfo[])[],
  request: GenerateRequest,
  deps: AttemptDeps,
): AsyncGenerator<GenerateEvent> {
  let failure: unknown;
  for (const models of stages) {
    const events = answerFrom(models, request, deps);
    const output = { hasStarted: false };
    try {
      yield* trackOutput(events, output);
      return;
    } catch (error) {
      if (output.hasStarted || request.signal.aborted) throw error;
      // A failure that the person can remedy is more useful than a reached budget.
      if (failure === undefined || !isBudget(error)) failure = error;
    }
  }
  throw failure;
}

async function* trackOutput(
  events: AsyncIterable<GenerateEvent>,
  output: { hasStarted: boolean },
): AsyncGenerator<GenerateEvent> {
  for await (const event of events) {
    if (event.type === "retract") output.hasStarted = false;
    // Spaces are no answer, and reasoning is obsolete when another model takes over.
    output.hasStarted ||= event.type === "finish" || (event.type === "text" && event.delta.trim() !== "");
    yield event;
  }
}

/** The answer of one model, or of the one of several with the first text. */
async function* answerFrom(
  models: readonly ModelInfo[],
  request: GenerateRequest,
  deps: AttemptDeps,
): AsyncGenerator<GenerateEvent> {
  const runners = models.map((model) => {
    const stop = new AbortController();
    const signal = AbortSignal.any([request.signal, stop.signal]);
    const parts: AsyncGenerator<OutputEvent> = attemptModel(model, { ...request, signal }, deps);
    return { model, parts, stop: () => stop.abort() };
  });
  const [only, ...others] = runners;
  const isRace = others.length > 0;
  if (only && !isRace) yield { type: "model", model: only.model };
  const { runner, begun } = only && !isRace ? { runner: only, begun: [] } : await raceToFirst(runners);
  try {
    if (isRace) yield { type: "model", model: runner.model };
    yield* begun;
    yield* runner.parts;
  } finally {
    await runner.parts.return(undefined);
  }
}

function isBudget(error: unknown): boolean {
  return hasCode(error, "budget");
}

function toOverflowError(models: readonly ModelInfo[], needed: number): ContextOverflowError {
  const largest = models.reduce((a, b) => (b.contextTokens > a.contextTokens ? b : a));
  return new ContextOverflowError(
    `Cannot answer: question, passages and answer need about ${needed} tokens, and ${largest.name} takes ` +
      `${largest.contextTokens}`,
  );
}

/** Why no model may or can answer. */
function toNoModelError(models: readonly ModelInfo[], settings: ModelSettings, choice: ModelChoice): Error {
  const { modelId } = choice;
  const wanted = modelId === undefined ? models : models.filter(({ id }) => id === modelId);
  const ready = wanted.filter(({ state }) => state === "ready");
  const [disallowed] = ready.filter((model) => !isAllowed(model, settings, choice));
  if (disallowed && choice.deviceOnly)
    return new PermissionError(
      `Cannot ask ${disallowed.name}: a passage comes from a source that must not leave this computer`,
    );
  if (disallowed)
    return new PermissionError(
      `Cannot ask ${disallowed.name}: sending to ${disallowed.host ?? "it"} is not allowed`,
    );
  if (modelId !== undefined && wanted.length === 0)
    return new NotFoundError(`Cannot use the model "${modelId}": nobody offers it any more`);
  const reason = wanted.find((model) => model.reason !== undefined)?.reason;
  return new UnavailableError(reason ?? "Cannot answer: no language model is ready");
}
