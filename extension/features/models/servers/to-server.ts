import type { ModelServer } from "../../../../engine/model/model-settings";

/** The fields that the person entered for a model server. */
export interface EnteredServer {
  readonly name: string;
  readonly baseUrl: string;
  /** Empty for a server without a key. */
  readonly key: string;
}

/** A server with a unique id. */
export function toServer(
  { name, baseUrl }: EnteredServer,
  existing: readonly Pick<ModelServer, "id">[],
): ModelServer {
  const words = name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  const base = words.replace(/^-+|-+$/g, "") || "server";
  // "companion" is reserved.
  const taken = new Set(["companion", ...existing.map(({ id }) => id)]);
  const candidates = [base, ...Array.from({ length: taken.size }, (_, index) => `${base}-${index + 2}`)];
  const id = candidates.find((candidate) => !taken.has(candidate)) ?? base;
  return { id, name: name.trim(), baseUrl: baseUrl.trim() };
}
