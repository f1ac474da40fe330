import type { Focus, Scope } from "../../../../engine/model/chat";

const KINDS = new Map([
  ["page", "This page"],
  ["selection", "This selection"],
  ["link", "This link"],
  ["file", "This file"],
  ["image", "This image"],
]);

/** "This page". */
export function formatFocusKind({ kind }: Pick<Focus, "kind">): string {
  return KINDS.get(kind) ?? "This page";
}

/** "This page: Release notes". */
export function formatFocus({ kind, title, url }: Pick<Focus, "kind" | "title" | "url">): string {
  return `${formatFocusKind({ kind })}: ${title.trim() || url}`;
}

/** The scope of a question in words; undefined for all sources. */
export function formatScope({ focus, sources, containers, since }: Scope): string | undefined {
  if (focus) return formatFocus(focus);
  const containerLabels = [...(sources?.map(({ label }) => label) ?? []), ...(containers ?? [])];
  const parts = [
    ...(containerLabels.length > 0 ? [`Only in ${containerLabels.join(", ")}`] : []),
    ...(since ? [since.label] : []),
  ];
  return parts.length > 0 ? parts.join(" · ") : undefined;
}
