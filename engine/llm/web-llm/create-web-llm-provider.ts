import type { Gpu } from "../../ports/model-worker";
import type { PackagedModel, WebLlm } from "../../ports/web-llm";
import {
  COMMON_REMEDIES,
  createWorkerProvider,
  graphicsUnavailableReason,
  NO_HALF_FLOATS,
} from "../local/create-worker-provider";
import type { ModelProvider } from "../model-provider";

/** Models that run in the browser on the graphics adapter. */
export function createWebLlmProvider(webLlm: WebLlm): ModelProvider {
  return createWorkerProvider({
    id: "web-llm",
    name: "In this browser",
    worker: webLlm,
    isSuitable,
    unavailableReason,
    describe: ({ id, contextTokens, memoryBytes }) => ({
      name: toName(id),
      contextTokens,
      memoryBytes,
      // The package reports only the size of weights and context together.
      downloadBytes: memoryBytes,
      hardware: "graphics",
    }),
    remedies: {
      ...COMMON_REMEDIES,
      memory: "the graphics card has too little memory for it; choose a smaller model",
    },
  });
}

/** Each model has two variants, for adapters with and without 16-bit floats. */
function isSuitable({ needsHalfFloats }: PackagedModel, gpu: Gpu): boolean {
  return needsHalfFloats === (gpu.kind === "adapter" ? gpu.halfFloats : true);
}

/** "Llama-3.2-3B-Instruct-q4f16_1-MLC" is shown as Llama 3.2 3B. */
function toName(id: string): string {
  return id
    .replace(/-(Instruct|it|instruct)?-?q\d.*$/, "")
    .replaceAll("-", " ")
    .trim();
}

function unavailableReason({ needsHalfFloats, hasLibrary }: PackagedModel, gpu: Gpu): string | undefined {
  const graphicsReason = graphicsUnavailableReason(gpu);
  if (graphicsReason !== undefined) return graphicsReason;
  if (needsHalfFloats && gpu.kind === "adapter" && !gpu.halfFloats) return NO_HALF_FLOATS;
  if (!hasLibrary)
    return "This build of Atlas was packaged without the code for this model, and extensions may not fetch code";
  return undefined;
}
