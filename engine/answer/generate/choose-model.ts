import type { ModelChoice } from "../../llm/generator";
import type { AnswerOptions } from "../answerer";

/**
 * Which models may see a question with passages of these sources. A source that must stay on this computer excludes all
 * models elsewhere; so does an earlier answer that cites such a source, or whose sources are not known.
 */
export function chooseModel(
  { history = [], modelId, cloudAllowed }: AnswerOptions,
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
