import type { ModelServer } from "../../../engine/model/model-settings";

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
  const taken = new Set(existing.map(({ id }) => id));
  const free = [base, ...Array.from({ length: taken.size }, (_, at) => `${base}-${at + 2}`)];
  const id = free.find((candidate) => !taken.has(candidate)) ?? base;
  return { id, name: name.trim(), baseUrl: baseUrl.trim() };
}

/** The permission Chrome asks for before the server can be reached. */
export function hostPattern(baseUrl: string): string {
  const { protocol, hostname } = new URL(baseUrl);
  return `${protocol}//${hostname}/*`;
}
