import type { Gpu } from "../../engine/ports/model-worker";

/** The used part of the WebGPU API, which TypeScript's library lacks. */
interface NavigatorGpu {
  requestAdapter(): Promise<{ readonly features: ReadonlySet<string> } | null>;
}

/** The GPU that the browser offers. */
export async function findGpu(): Promise<Gpu> {
  const graphics = (navigator as { gpu?: NavigatorGpu }).gpu;
  if (!graphics) return { kind: "none" };
  const adapter = await graphics.requestAdapter();
  return adapter
    ? { kind: "adapter", halfFloats: adapter.features.has("shader-f16") }
    : { kind: "no-adapter" };
}
