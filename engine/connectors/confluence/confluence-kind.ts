/** The kinds of contents that are read. */
export type ConfluenceKind = "page" | "blogpost";

/** Pages and blog posts share one sequence of ids, but have different calls. */
export function itemId(kind: ConfluenceKind, id: string): string {
  return `${kind}:${id}`;
}

export function parseItemId(id: string): { readonly kind: ConfluenceKind; readonly id: string } {
  const at = id.indexOf(":");
  return { kind: id.slice(0, at) === "blogpost" ? "blogpost" : "page", id: id.slice(at + 1) };
}
