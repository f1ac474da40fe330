import type { ModelSummary } from "../../../../engine/llm/models";
import type { ModelServer } from "../../../../engine/model/model-settings";

/** How the companion is, in a line: what it offers, or why it offers nothing. */
export function formatCompanionState(
  { id }: Pick<ModelServer, "id">,
  models: readonly Pick<ModelSummary, "providerId" | "state" | "reason">[],
): string {
  const own = models.filter(({ providerId }) => providerId === id);
  const ready = own.filter(({ state }) => state === "ready").length;
  if (ready > 0) return `Running, with ${ready} ${ready === 1 ? "model" : "models"}`;
  return own.find(({ reason }) => reason !== undefined)?.reason ?? "Looking for it …";
}
