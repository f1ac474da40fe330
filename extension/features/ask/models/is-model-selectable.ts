import type { Locality, ModelInfo } from "../../../../engine/llm/model-provider";
import type { AnswerNote } from "../../../../engine/model/answer";
import type { ModelSettings, SendPolicy } from "../../../../engine/model/model-settings";

/** Under `ask`, choosing a model in the cloud for one question is agreeing to it. */
const ALLOWED_LOCALITIES: Readonly<Record<SendPolicy, readonly Locality[]>> = {
  device: ["device"],
  network: ["device", "network"],
  ask: ["device", "network", "cloud"],
  cloud: ["device", "network", "cloud"],
};

/** Whether the person may let this model answer one question again. */
export function isModelSelectable(
  { state, locality }: Pick<ModelInfo, "state" | "locality">,
  { policy }: Pick<ModelSettings, "policy">,
): boolean {
  return state === "ready" && ALLOWED_LOCALITIES[policy].includes(locality);
}

/**
 * Whether a note tells something new. That no model answered is no news where the person never set one up, nor that
 * the cloud was not asked where it is never to be.
 */
export function isNoteRelevant({ kind, code }: AnswerNote, settings: ModelSettings | undefined): boolean {
  if (kind !== "no-model") return true;
  if (!settings) return false;
  if (code === "permission") return settings.policy === "ask";
  if (code !== "unavailable") return true;
  return settings.servers.length > 0 || settings.preferredModelId !== undefined;
}
