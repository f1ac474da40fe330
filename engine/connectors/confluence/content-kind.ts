/** What Confluence holds that Atlas reads. */
export type ContentKind = "page" | "blogpost";

/** Page and blog post have ids of one series, but different calls. */
export function itemId(kind: ContentKind, id: string): string {
  return `${kind}:${id}`;
}

export function parseItemId(id: string): { readonly kind: ContentKind; readonly id: string } {
  const at = id.indexOf(":");
  return { kind: id.slice(0, at) === "blogpost" ? "blogpost" : "page", id: id.slice(at + 1) };
}
