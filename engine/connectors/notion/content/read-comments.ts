import * as z from "zod";
import { isoTime, optional } from "../../shared/parse/reply-fields";
import type { NotionClient } from "../client";
import type { InlineDiscussion } from "../markdown/find-references";
import type { Omission } from "../markdown/markdown-context";
import { fileName } from "../markdown/plain-inline";

/** A comment on a page, or on a part of its text. */
export interface NotionComment {
  readonly text: string;
  readonly discussion: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number | undefined;
  readonly userId: string | undefined;
  /** The name under which an integration or a person wrote; absent when it is that of the user. */
  readonly name: string | undefined;
  /** The words that it is about; "" for the whole page. */
  readonly anchor: string;
}

export interface PageComments {
  readonly comments: readonly NotionComment[];
  readonly omissions: readonly Omission[];
}

const rawComment = z.object({
  discussion_id: optional(z.string()),
  created_time: optional(isoTime),
  created_by: optional(z.object({ id: z.string() })),
  display_name: optional(z.object({ resolved_name: optional(z.string()) })),
  rich_text: optional(z.array(z.unknown())),
  attachments: optional(z.array(z.unknown())),
});
const rawText = z.object({ plain_text: z.string() });
const rawAttachment = z.object({
  category: optional(z.string()),
  file: optional(z.object({ url: optional(z.string()) })),
});

/** Requests for comments on single blocks of one page. */
const MAX_BLOCKS = 20;
/** Pages of a hundred comments. */
const MAX_PAGES = 5;

/**
 * The open comments of a page: on the page itself, and on those blocks that its Markdown marks as discussed. Undefined
 * when the integration may not read comments.
 */
export async function readComments(
  client: NotionClient,
  page: { readonly id: string; readonly discussions: readonly InlineDiscussion[] },
  signal: AbortSignal,
): Promise<PageComments | undefined> {
  const blocks = [...new Set(page.discussions.flatMap(({ block }) => block ?? []))].filter(
    (id) => id !== page.id,
  );
  const anchors = new Map(page.discussions.map(({ id, anchor }) => [id, anchor]));
  const comments: NotionComment[] = [];
  const omissions: Omission[] = [];
  for (const id of [page.id, ...blocks.slice(0, MAX_BLOCKS)]) {
    const list = await client.list("comments", { block_id: id }, { maxPages: MAX_PAGES, signal });
    if (list === undefined && id === page.id) return undefined;
    for (const raw of list?.results ?? []) {
      const comment = toComment(raw, anchors);
      if (comment) comments.push(comment);
      else omissions.push({ kind: "comment", name: "" });
    }
    if (list?.isCut) omissions.push({ kind: "comment", name: "" });
  }
  const read = new Set(comments.map(({ discussion }) => discussion));
  const missing = page.discussions.filter(({ id }) => !read.has(id));
  return {
    comments: inDiscussions(comments),
    omissions: [...omissions, ...missing.map(({ anchor }) => ({ kind: "comment" as const, name: anchor }))],
  };
}

function toComment(raw: unknown, anchors: ReadonlyMap<string, string>): NotionComment | undefined {
  const parsed = rawComment.safeParse(raw).data;
  if (!parsed) return undefined;
  const { discussion_id, created_time, created_by, display_name, rich_text, attachments } = parsed;
  const words = (rich_text ?? []).map((part) => rawText.safeParse(part).data?.plain_text ?? "").join("");
  const files = (attachments ?? []).map((each) => {
    const { category, file } = rawAttachment.safeParse(each).data ?? {};
    return `(attachment: ${fileName(file?.url ?? "") || category || "file"})`;
  });
  const text = [words.trim(), ...files].filter(Boolean).join(" ");
  if (text === "") return undefined;
  return {
    text,
    discussion: discussion_id ?? "",
    createdAt: created_time ?? undefined,
    userId: created_by?.id,
    name: display_name?.resolved_name || undefined,
    anchor: anchors.get(discussion_id ?? "") ?? "",
  };
}

/** Discussions by their beginning, each in its order. */
function inDiscussions(comments: readonly NotionComment[]): readonly NotionComment[] {
  const timeOf = ({ createdAt = 0 }: NotionComment) => createdAt;
  const sorted = comments.toSorted((a, b) => timeOf(a) - timeOf(b));
  const discussions = new Map<string, NotionComment[]>();
  for (const comment of sorted) {
    const { discussion } = comment;
    discussions.set(discussion, [...(discussions.get(discussion) ?? []), comment]);
  }
  return [...discussions.values()].flat();
}
