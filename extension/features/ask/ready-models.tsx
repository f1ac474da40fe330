import { createContext, type ReactNode, useContext } from "react";
import type { Locality } from "../../../engine/llm/model-provider";
import type { ModelSummary } from "../../../engine/llm/models";
import type { SendPolicy } from "../../../engine/model/model-settings";
import { callBackground } from "../../messaging/call-background";
import { callEngine } from "../../messaging/call-engine";
import { onChange } from "../../messaging/changes";
import { useLive } from "../../ui/use-live";

const ReadyModels = createContext<readonly ModelSummary[]>([]);

/** Reads once for all turns which models could answer. */
export function ReadyModelsProvider({ children }: { readonly children: ReactNode }) {
  const { value = [] } = useLive(readReadyModels, { subscribe: onChange, isMoving: () => false });
  return <ReadyModels value={value}>{children}</ReadyModels>;
}

/** The models that could answer now; none where Atlas answers with quotes alone. */
export function useReadyModels(): readonly ModelSummary[] {
  return useContext(ReadyModels);
}

async function readReadyModels(): Promise<readonly ModelSummary[]> {
  const [{ models }, { policy }] = await Promise.all([
    callEngine("model-list", {}),
    callBackground("model-settings-get", {}),
  ]);
  return models.filter(
    ({ state, locality }) => state === "ready" && MAY_BE_CHOSEN[policy].includes(locality),
  );
}

/** Under `ask`, choosing a model in the cloud for one question is agreeing to it. */
const MAY_BE_CHOSEN: Readonly<Record<SendPolicy, readonly Locality[]>> = {
  device: ["device"],
  network: ["device", "network"],
  ask: ["device", "network", "cloud"],
  cloud: ["device", "network", "cloud"],
};
