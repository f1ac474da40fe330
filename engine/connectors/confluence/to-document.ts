import type { SourceDocument } from "../../model/source-document";
import type { ConfluenceKind } from "./confluence-kind";
import { itemId } from "./confluence-kind";
import { contentUrl } from "./parse-content";
import type { LinkTargets } from "./storage-macros";
import { storageToHtml } from "./storage-to-html";

/** A page or blog post of either edition, with all names resolved. */
export interface ResolvedContent {
  readonly kind: ConfluenceKind;
  readonly id: string;
  readonly title: string;
  readonly version: string;
  /** Milliseconds since the epoch. */
  readonly updatedAt: number;
  /** Milliseconds since the epoch. */
  readonly createdAt?: number | null | undefined;
  readonly author?: string | undefined;
  readonly editor?: string | undefined;
  readonly space?: { readonly key: string; readonly name: string } | undefined;
  /** Titles of the parent pages, outermost first. */
  readonly ancestors: readonly string[];
  /** In the storage format. */
  readonly storage: string;
  readonly webui?: string | null | undefined;
}

/**
 * Maps a content to a document. Its container is the space with the parent pages; macros and links of the storage
 * format become plain HTML.
 */
export function toDocument(content: ResolvedContent, targets: Omit<LinkTargets, "spaceKey">): SourceDocument {
  const { kind, id, title, version, updatedAt, createdAt, author, editor, space, ancestors } = content;
  const people = [...new Set([author, editor].filter((name) => name !== undefined))];
  const container = [...(space ? [space.name] : []), ...ancestors];
  const text = storageToHtml(content.storage, { ...targets, spaceKey: space?.key ?? "" });
  return {
    id: itemId(kind, id),
    type: "page",
    title,
    url: contentUrl(targets.base, content),
    version,
    ...(author !== undefined && { author }),
    ...(people.length > 0 && { people }),
    ...(container.length > 0 && { container }),
    ...(createdAt != null && { createdAt }),
    updatedAt,
    content: { kind: "text", mediaType: "text/html", text },
  };
}
