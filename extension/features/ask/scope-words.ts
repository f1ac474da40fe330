import type { Focus, Scope } from "../../../engine/model/chat";

const KINDS = new Map([
  ["page", "This page"],
  ["selection", "This selection"],
  ["link", "This link"],
  ["file", "This file"],
  ["image", "This image"],
]);

/** "This page". */
export function kindWords({ kind }: Pick<Focus, "kind">): string {
  return KINDS.get(kind) ?? "This page";
}

/** "This page: Release notes". */
export function focusWords({ kind, title, url }: Pick<Focus, "kind" | "title" | "url">): string {
  return `${kindWords({ kind })}: ${title.trim() || url}`;
}

/** Where a question looked, or undefined when it looked everywhere. */
export function scopeWords({ focus, sources, containers, since }: Scope): string | undefined {
  if (focus) return focusWords(focus);
  const places = [...(sources?.map(({ label }) => label) ?? []), ...(containers ?? [])];
  const words = [
    ...(places.length > 0 ? [`Only in ${places.join(", ")}`] : []),
    ...(since ? [since.label] : []),
  ];
  return words.length > 0 ? words.join(" · ") : undefined;
}
