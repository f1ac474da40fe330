import type { ModelSettings, SendPolicy } from "../model/model-settings";
import type { ModelSpeed } from "../ports/model-speeds";
import type { ModelChoice } from "./generator";
import type { Locality, ModelInfo } from "./model-provider";
import { parametersOf } from "./parameters-of";

export interface RankOptions {
  readonly settings: ModelSettings;
  readonly choice: ModelChoice;
  readonly speeds: ReadonlyMap<string, ModelSpeed>;
}

const DISTANCE: Record<Locality, number> = { device: 0, network: 1, cloud: 2 };
const REACH: Record<SendPolicy, number> = { device: 0, network: 1, ask: 1, cloud: 2 };

/** Slower than this nobody waits for, when another model may be asked: half the speed of reading. */
const LEAST_TOKENS_PER_SECOND = 2;
const MOST_FIRST_TOKEN_MS = 30_000;
/** Room for a question with a dozen passages and an answer. */
const ROOMY_TOKENS = 8_192;
/** Smaller models often answer worse than quotes do. */
const FEW_PARAMETERS = 1e9;
/** What an unmeasured model is taken for. */
const USUAL: ModelSpeed = { firstTokenMs: 2_000, tokensPerSecond: 20 };
/** A usual answer, for comparing. */
const ANSWER = { inputTokens: 3_000, outputTokens: 300 };

/** Whether the person allows this model to see these messages. */
export function isAllowed(model: ModelInfo, { policy }: ModelSettings, choice: ModelChoice): boolean {
  if (choice.deviceOnly) return model.locality === "device";
  const reach = policy === "ask" && choice.cloudAllowed ? DISTANCE.cloud : REACH[policy];
  return DISTANCE[model.locality] <= reach;
}

/**
 * The models that may answer, best first. The one the person prefers comes first; then none that was found to be
 * unbearably slow, the nearest, those that are not tiny, those with room, the cheapest, the fastest.
 */
export function rankModels(
  models: readonly ModelInfo[],
  { settings, choice, speeds }: RankOptions,
): readonly ModelInfo[] {
  const usable = models.filter((model) => model.state === "ready" && isAllowed(model, settings, choice));
  const ranked = usable.map((model) => {
    const speed = speeds.get(model.id) ?? USUAL;
    const marks = [
      model.id === settings.preferredModelId ? 0 : 1,
      isTooSlow(speed) ? 1 : 0,
      DISTANCE[model.locality],
      tininess(model),
      model.contextTokens >= ROOMY_TOKENS ? 0 : 1,
      costOf(model, ANSWER),
      speed.firstTokenMs + (ANSWER.outputTokens / speed.tokensPerSecond) * 1_000,
    ];
    return { model, marks };
  });
  return ranked.sort((a, b) => compare(a.marks, b.marks)).map(({ model }) => model);
}

/** US dollars. */
export function costOf(
  { price }: ModelInfo,
  { inputTokens, outputTokens }: { readonly inputTokens: number; readonly outputTokens: number },
): number {
  return price ? (inputTokens * price.input + outputTokens * price.output) / 1_000_000 : 0;
}

/** 0 for any model that is not known to be tiny. */
function tininess({ name }: ModelInfo): number {
  const parameters = parametersOf(name) ?? FEW_PARAMETERS;
  return parameters < FEW_PARAMETERS ? FEW_PARAMETERS / parameters : 0;
}

function isTooSlow({ firstTokenMs, tokensPerSecond }: ModelSpeed): boolean {
  return tokensPerSecond < LEAST_TOKENS_PER_SECOND || firstTokenMs > MOST_FIRST_TOKEN_MS;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((mark, index) => mark !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
