import { createContext, type ReactNode, useContext } from "react";
import type { ModelSummary } from "../../../../engine/llm/models";
import type { ModelSettings } from "../../../../engine/model/model-settings";
import { callBackground } from "../../../messaging/call-background";
import { callEngine } from "../../../messaging/call-engine";
import { changesOf, THROTTLE_MS } from "../../../messaging/changes";
import { useLiveQuery } from "../../../ui/use-live-query";
import { isModelSelectable } from "./is-model-selectable";

interface AvailableModels {
  /** Models that may answer now; empty where answers are extracts. */
  readonly ready: readonly ModelSummary[];
  /** Absent before the first read. */
  readonly settings?: ModelSettings;
}

const AvailableModelsContext = createContext<AvailableModels>({ ready: [] });

/** Reads the available models once for all turns. */
export function AvailableModelsProvider({ children }: { readonly children: ReactNode }) {
  const { value = { ready: [] } } = useLiveQuery(readModels, {
    subscribe: changesOf(["models", "vault"], THROTTLE_MS),
    shouldPoll: () => false,
  });
  return <AvailableModelsContext value={value}>{children}</AvailableModelsContext>;
}

export function useAvailableModels(): AvailableModels {
  return useContext(AvailableModelsContext);
}

async function readModels(): Promise<AvailableModels> {
  const [{ models }, settings] = await Promise.all([
    callEngine("model-list", {}),
    callBackground("model-settings-get", {}),
  ]);
  return { settings, ready: models.filter((model) => isModelSelectable(model, settings)) };
}
