import type { Gpu } from "../../ports/model-worker";
import type { OnnxModel, TransformersJs } from "../../ports/transformers-js";
import {
  COMMON_REMEDIES,
  createWorkerProvider,
  graphicsUnavailableReason,
  NO_HALF_FLOATS,
} from "../local/create-worker-provider";
import type { ModelProvider } from "../model-provider";

/** Small models that run in the browser on any computer, on its graphics adapter or its processor. */
export function createTransformersJsProvider(transformersJs: TransformersJs): ModelProvider {
  return createWorkerProvider({
    id: "transformers-js",
    name: "In this browser, small",
    worker: transformersJs,
    isSuitable,
    unavailableReason,
    describe: ({ name, contextTokens, memoryBytes, files, precision }, gpu) => ({
      name,
      contextTokens,
      memoryBytes,
      downloadBytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
      hardware: gpu.kind === "adapter" && precision !== "q8" ? "graphics" : "processor",
    }),
    remedies: {
      ...COMMON_REMEDIES,
      memory: "this computer has too little memory for it; close other programs or choose a smaller model",
    },
  });
}

/**
 * Each model has three variants: for processors, for graphics adapters, and for adapters with 16-bit floats. A
 * processor generates from 8-bit weights nearly four times as fast as from 4-bit ones.
 */
function isSuitable({ precision }: OnnxModel, gpu: Gpu): boolean {
  if (gpu.kind !== "adapter") return precision === "q8";
  return precision === (gpu.halfFloats ? "q4f16" : "q4");
}

function unavailableReason({ precision }: OnnxModel, gpu: Gpu): string | undefined {
  if (precision !== "q4f16") return undefined;
  return (
    graphicsUnavailableReason(gpu) ?? (gpu.kind === "adapter" && !gpu.halfFloats ? NO_HALF_FLOATS : undefined)
  );
}
