import { createContext, type ReactNode, useContext } from "react";
import type { ModelSummary } from "../../../engine/llm/models";
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
  const { models } = await callEngine("model-list", {});
  return models.filter(({ state }) => state === "ready");
}
