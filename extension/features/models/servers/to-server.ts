import type { ModelServer } from "../../../../engine/model/model-settings";

/** What the person typed for a model server. */
export interface EnteredServer {
  readonly name: string;
  readonly baseUrl: string;
  /** Empty where the server wants none. */
  readonly key: string;
}

/** A server under an id of its own. */
export function toServer(
  { name, baseUrl }: EnteredServer,
  existing: readonly Pick<ModelServer, "id">[],
): ModelServer {
  const words = name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  const base = words.replace(/^-+|-+$/g, "") || "server";
  // The companion has an id of its own, whether it is there or not.
  const taken = new Set(["companion", ...existing.map(({ id }) => id)]);
  const candidates = [base, ...Array.from({ length: taken.size }, (_, index) => `${base}-${index + 2}`)];
  const id = candidates.find((candidate) => !taken.has(candidate)) ?? base;
  return { id, name: name.trim(), baseUrl: baseUrl.trim() };
}
