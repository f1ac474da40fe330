import type { ModelChoice } from "../llm/generator";
import type { PastExchange } from "../model/answer";

export interface ModelWish {
  readonly history?: readonly PastExchange[];
  readonly modelId?: string;
  readonly cloudAllowed?: boolean;
}

/**
 * Which models may see a question with passages of these sources. What must stay on this computer keeps all of it
 * here; so does an earlier answer that is of such a source, or of who knows which.
 */
export function chooseModel(
  { history = [], modelId, cloudAllowed }: ModelWish,
  sourceIds: readonly string[],
  deviceOnly: ReadonlySet<string>,
): ModelChoice {
  const staysHere = (id: string) => deviceOnly.has(id);
  const isHere =
    sourceIds.some(staysHere) ||
    history.some((past) => past.sourceIds?.some(staysHere) ?? deviceOnly.size > 0);
  return {
    ...(modelId !== undefined && { modelId }),
    ...(cloudAllowed && { cloudAllowed }),
    ...(isHere && { deviceOnly: true }),
  };
}
