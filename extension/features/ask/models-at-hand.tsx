import { createContext, type ReactNode, useContext } from "react";
import type { ModelSummary } from "../../../engine/llm/models";
import type { ModelSettings } from "../../../engine/model/model-settings";
import { callBackground } from "../../messaging/call-background";
import { callEngine } from "../../messaging/call-engine";
import { onChange, SELDOM } from "../../messaging/changes";
import { useLive } from "../../ui/use-live";
import { mayBeChosen } from "./may-be-chosen";

interface ModelsAtHand {
  /** Models that could answer a question now; none where Atlas answers with quotes alone. */
  readonly ready: readonly ModelSummary[];
  /** Absent until they were read. */
  readonly settings?: ModelSettings;
}

const Models = createContext<ModelsAtHand>({ ready: [] });

/** Reads once for all turns what models could answer. */
export function ModelsProvider({ children }: { readonly children: ReactNode }) {
  const { value = { ready: [] } } = useLive(readModels, {
    subscribe: (listener) => onChange(listener, SELDOM),
    isMoving: () => false,
  });
  return <Models value={value}>{children}</Models>;
}

export function useModelsAtHand(): ModelsAtHand {
  return useContext(Models);
}

async function readModels(): Promise<ModelsAtHand> {
  const [{ models }, settings] = await Promise.all([
    callEngine("model-list", {}),
    callBackground("model-settings-get", {}),
  ]);
  return { settings, ready: models.filter((model) => mayBeChosen(model, settings)) };
}
