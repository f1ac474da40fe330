import type { Focus, Scope } from "./conversation";

const KINDS = new Map([
  ["page", "This page"],
  ["selection", "This selection"],
  ["link", "This link"],
]);

/** "This page: Release notes". */
export function focusWords({ kind, title, url }: Pick<Focus, "kind" | "title" | "url">): string {
  return `${KINDS.get(kind) ?? "This page"}: ${title.trim() || url}`;
}

/** Where a question looked, or undefined when it looked everywhere. */
export function scopeWords({ focus, sources }: Scope): string | undefined {
  if (focus) return focusWords(focus);
  return sources && `Only in ${sources.map(({ label }) => label).join(", ")}`;
}
