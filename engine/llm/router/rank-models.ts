import type { ModelSettings, SendPolicy } from "../../model/model-settings";
import type { ModelSpeed } from "../../ports/model-speeds";
import type { ModelChoice } from "../generator";
import type { Locality, ModelInfo } from "../model-provider";
import { costOf } from "../usage/prices";

export interface RankOptions {
  readonly settings: ModelSettings;
  readonly choice: ModelChoice;
  readonly speeds: ReadonlyMap<string, ModelSpeed>;
}

const DISTANCE: Record<Locality, number> = { device: 0, network: 1, cloud: 2 };
const MAX_DISTANCE: Record<SendPolicy, number> = { device: 0, network: 1, ask: 1, cloud: 2 };

/** A slower model is ranked last: half the speed of reading. */
const MIN_TOKENS_PER_SECOND = 2;
const MAX_FIRST_TOKEN_MS = 30_000;
/** Enough for a question with a dozen passages and an answer. */
const MIN_COMFORTABLE_TOKENS = 8_192;
/** Smaller models often answer worse than quotes. */
const MIN_PARAMETERS = 1e9;
/** Assumed for a model that was not measured yet. */
const DEFAULT_SPEED: ModelSpeed = { firstTokenMs: 2_000, tokensPerSecond: 20 };
/** The tokens of a typical answer, to compare costs and speeds. */
const TYPICAL_USAGE = { inputTokens: 3_000, outputTokens: 300 };

/** Whether the person allows this model to see these messages. */
export function isAllowed(model: ModelInfo, { policy }: ModelSettings, choice: ModelChoice): boolean {
  if (choice.deviceOnly) return model.locality === "device";
  const maxDistance = policy === "ask" && choice.cloudAllowed ? DISTANCE.cloud : MAX_DISTANCE[policy];
  return DISTANCE[model.locality] <= maxDistance;
}

/**
 * The models that may answer, best first. The preferred one is first; the others are ordered by: not found too slow,
 * locality (nearest first), size (not tiny), context window, cost, speed.
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
    return { model, sortKey };
  });
  return ranked.sort((a, b) => compareSortKeys(a.sortKey, b.sortKey)).map(({ model }) => model);
}

/** 0 for any model that is not known to be tiny. */
function sizePenalty({ name }: ModelInfo): number {
  const parameters = parseParameterCount(name) ?? MIN_PARAMETERS;
  return parameters < MIN_PARAMETERS ? MIN_PARAMETERS / parameters : 0;
}

const PARAMETER_COUNT = /(?:^|[^a-z0-9.])(\d+(?:\.\d+)?)([mb])(?![a-z0-9])/i;

/** The number of parameters in the name of a model ("SmolLM2 135M", "llama3.2:1b"); undefined without one. */
export function parseParameterCount(name: string): number | undefined {
  const [, amount, unit] = PARAMETER_COUNT.exec(name) ?? [];
  if (amount === undefined || unit === undefined) return undefined;
  return Number(amount) * (unit.toLowerCase() === "m" ? 1e6 : 1e9);
}

function isTooSlow({ firstTokenMs, tokensPerSecond }: ModelSpeed): boolean {
  return tokensPerSecond < MIN_TOKENS_PER_SECOND || firstTokenMs > MAX_FIRST_TOKEN_MS;
}

function compareSortKeys(a: readonly number[], b: readonly number[]): number {
  const first = a.findIndex((key, index) => key !== b[index]);
  return first < 0 ? 0 : (a[first] ?? 0) - (b[first] ?? 0);
}
