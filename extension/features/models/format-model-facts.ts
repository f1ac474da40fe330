import type { ModelSummary } from "../../../engine/llm/models";
import { formatBytes } from "../../ui/format-bytes";
import { formatCount } from "../../ui/format-count";
import { formatMoney } from "../../ui/format-money";

/** What is known of a model, in a few words each. */
export function formatModelFacts(model: ModelSummary): readonly string[] {
  const { downloadBytes, memoryBytes, contextTokens, price, speed } = model;
  return [
    formatLocality(model),
    ...(downloadBytes === undefined ? [] : [`${formatBytes(downloadBytes)} to download`]),
    ...(memoryBytes === undefined ? [] : [`${formatBytes(memoryBytes)} of memory`]),
    `${formatCount(contextTokens)} tokens`,
    ...(price ? [`${formatMoney(price.input)} in, ${formatMoney(price.output)} out per million tokens`] : []),
    ...(speed ? [`${Math.round(speed.tokensPerSecond)} tokens a second`] : []),
  ];
}

function formatLocality({ locality, host, hardware }: ModelSummary): string {
  if (locality !== "device") return `at ${host ?? "another computer"}`;
  if (hardware === "graphics") return "on this computer's graphics card";
  return hardware === "processor" ? "on this computer, without a graphics card: slower" : "on this computer";
}
