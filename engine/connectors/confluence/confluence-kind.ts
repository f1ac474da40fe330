/** What Confluence holds that Atlas reads. */
export type ConfluenceKind = "page" | "blogpost";

/** Page and blog post have ids of one series, but different calls. */
export function itemId(kind: ConfluenceKind, id: string): string {
  return `${kind}:${id}`;
}

export function parseItemId(id: string): { readonly kind: ConfluenceKind; readonly id: string } {
  const at = id.indexOf(":");
  return { kind: id.slice(0, at) === "blogpost" ? "blogpost" : "page", id: id.slice(at + 1) };
}
