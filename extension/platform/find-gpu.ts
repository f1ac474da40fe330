import type { Gpu } from "../../engine/ports/model-worker";

/** The part of WebGPU's entry that is used; TypeScript's library does not have it. */
interface NavigatorGpu {
  requestAdapter(): Promise<{ readonly features: ReadonlySet<string> } | null>;
}

/** What the browser offers to compute on. */
export async function findGpu(): Promise<Gpu> {
  const graphics = (navigator as { gpu?: NavigatorGpu }).gpu;
  if (!graphics) return { kind: "none" };
  const adapter = await graphics.requestAdapter();
  return adapter
    ? { kind: "adapter", halfFloats: adapter.features.has("shader-f16") }
    : { kind: "no-adapter" };
}
