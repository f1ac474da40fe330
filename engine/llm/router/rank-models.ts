import type { ModelSettings, SendPolicy } from "../../model/model-settings";
import type { ModelSpeed } from "../../ports/model-speeds";
import type { ModelChoice } from "../generator";
import type { Locality, ModelInfo } from "../model-provider";
import { parseParameterCount } from "./parse-parameter-count";

export interface RankOptions {
  readonly settings: ModelSettings;
  readonly choice: ModelChoice;
  readonly speeds: ReadonlyMap<string, ModelSpeed>;
}

const DISTANCE: Record<Locality, number> = { device: 0, network: 1, cloud: 2 };
const MAX_DISTANCE: Record<SendPolicy, number> = { device: 0, network: 1, ask: 1, cloud: 2 };

/** Slower than this nobody waits for, when another model may be asked: half the speed of reading. */
const MIN_TOKENS_PER_SECOND = 2;
const MAX_FIRST_TOKEN_MS = 30_000;
/** Room for a question with a dozen passages and an answer. */
const MIN_COMFORTABLE_TOKENS = 8_192;
/** Smaller models often answer worse than quotes do. */
const MIN_PARAMETERS = 1e9;
/** What an unmeasured model is taken for. */
const DEFAULT_SPEED: ModelSpeed = { firstTokenMs: 2_000, tokensPerSecond: 20 };
/** A usual answer, for comparing. */
const TYPICAL_USAGE = { inputTokens: 3_000, outputTokens: 300 };

/** Whether the person allows this model to see these messages. */
export function isAllowed(model: ModelInfo, { policy }: ModelSettings, choice: ModelChoice): boolean {
  if (choice.deviceOnly) return model.locality === "device";
  const maxDistance = policy === "ask" && choice.cloudAllowed ? DISTANCE.cloud : MAX_DISTANCE[policy];
  return DISTANCE[model.locality] <= maxDistance;
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
    const speed = speeds.get(model.id) ?? DEFAULT_SPEED;
    const sortKey = [
      model.id === settings.preferredModelId ? 0 : 1,
      isTooSlow(speed) ? 1 : 0,
      DISTANCE[model.locality],
      sizePenalty(model),
      model.contextTokens >= MIN_COMFORTABLE_TOKENS ? 0 : 1,
      costOf(model, TYPICAL_USAGE),
      speed.firstTokenMs + (TYPICAL_USAGE.outputTokens / speed.tokensPerSecond) * 1_000,
    ];
    return { model, marks: sortKey };
  });
  return ranked.sort((a, b) => compareSortKeys(a.marks, b.marks)).map(({ model }) => model);
}

/** US dollars. */
export function costOf(
  { price }: ModelInfo,
  { inputTokens, outputTokens }: { readonly inputTokens: number; readonly outputTokens: number },
): number {
  return price ? (inputTokens * price.input + outputTokens * price.output) / 1_000_000 : 0;
}

/** 0 for any model that is not known to be tiny. */
function sizePenalty({ name }: ModelInfo): number {
  const parameters = parseParameterCount(name) ?? MIN_PARAMETERS;
  return parameters < MIN_PARAMETERS ? MIN_PARAMETERS / parameters : 0;
}

function isTooSlow({ firstTokenMs, tokensPerSecond }: ModelSpeed): boolean {
  return tokensPerSecond < MIN_TOKENS_PER_SECOND || firstTokenMs > MAX_FIRST_TOKEN_MS;
}

function compareSortKeys(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((key, index) => key !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
