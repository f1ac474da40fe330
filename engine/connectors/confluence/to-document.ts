import { CONTENT_HTML, type SourceDocument } from "../../model/source-document";
import { sha256Hex } from "../../util/sha256-hex";
import type { ConfluenceKind } from "./confluence-kind";
import { itemId } from "./confluence-kind";
import { type PageExtras, pageHtml } from "./extras";
import { contentUrl } from "./parse-content";
import type { LinkTargets } from "./storage-macros";

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
  readonly extras: PageExtras;
  /** Fields that were not as documented. */
  readonly lost: readonly string[];
}

/**
 * Maps a content to a document. Its container is the space with the parent pages; macros and links of the storage
 * format become plain HTML, and labels, attachments and comments stand below.
 */
export async function toDocument(
  content: ResolvedContent,
  targets: Omit<LinkTargets, "spaceKey">,
): Promise<SourceDocument> {
  const { kind, id, title, version, updatedAt, createdAt, author, editor, space, ancestors } = content;
  const commentators = content.extras.comments.map((comment) => comment.author);
  const people = [...new Set([author, editor, ...commentators].filter((name) => name !== undefined))];
  const container = [...(space ? [space.name] : []), ...ancestors];
  const { html, note } = pageHtml(content.storage, withLost(content), {
    ...targets,
    spaceKey: space?.key ?? "",
  });
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
    // A comment changes the text and not the version.
    contentHash: await sha256Hex(new TextEncoder().encode(html)),
    content: { kind: "text", mediaType: CONTENT_HTML, text: html, ...(note !== undefined && { note }) },
  };
}

function withLost({ extras, lost }: ResolvedContent): PageExtras {
  if (lost.length === 0) return extras;
  return { ...extras, notes: [...extras.notes, `Fields that could not be read: ${lost.join(", ")}`] };
}
