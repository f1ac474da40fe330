import type { Locality, ModelInfo } from "../../../../engine/llm/model-provider";
import type { AnswerNote } from "../../../../engine/model/answer";
import type { ModelSettings, SendPolicy } from "../../../../engine/model/model-settings";

/** With policy `ask`, choosing a cloud model for one question is the consent. */
const ALLOWED_LOCALITIES: Readonly<Record<SendPolicy, readonly Locality[]>> = {
  device: ["device"],
  network: ["device", "network"],
  ask: ["device", "network", "cloud"],
  cloud: ["device", "network", "cloud"],
};

/** True when the person may select this model to answer one question again. */
export function isModelSelectable(
  { state, locality }: Pick<ModelInfo, "state" | "locality">,
  { policy }: Pick<ModelSettings, "policy">,
): boolean {
  return state === "ready" && ALLOWED_LOCALITIES[policy].includes(locality);
}

/**
 * True when a note is worth showing. A missing model is not, where the person never set one up, nor an unused cloud
 * where the policy forbids it.
 */
export function isNoteRelevant({ kind, code }: AnswerNote, settings: ModelSettings | undefined): boolean {
  if (kind !== "no-model") return true;
  if (!settings) return false;
  if (code === "permission") return settings.policy === "ask";
  if (code !== "unavailable") return true;
  return settings.servers.length > 0 || settings.preferredModelId !== undefined;
}
