import type { ModelChoice } from "../../llm/generator";
import type { PastExchange } from "../../model/answer";

export interface ModelPreference {
  readonly history?: readonly PastExchange[];
  readonly modelId?: string;
  readonly cloudAllowed?: boolean;
}

/**
 * Which models may see a question with passages of these sources. What must stay on this computer keeps all of it
 * here; so does an earlier answer that is of such a source, or of who knows which.
 */
export function chooseModel(
  { history = [], modelId, cloudAllowed }: ModelPreference,
  sourceIds: readonly string[],
  deviceOnly: ReadonlySet<string>,
): ModelChoice {
  const isDeviceOnlySource = (id: string) => deviceOnly.has(id);
  const mustStayOnDevice =
    sourceIds.some(isDeviceOnlySource) ||
    history.some((exchange) => exchange.sourceIds?.some(isDeviceOnlySource) ?? deviceOnly.size > 0);
  return {
    ...(modelId !== undefined && { modelId }),
    ...(cloudAllowed && { cloudAllowed }),
    ...(mustStayOnDevice && { deviceOnly: true }),
  };
}
