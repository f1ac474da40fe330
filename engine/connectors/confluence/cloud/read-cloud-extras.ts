import { optionalOnForbidden } from "../../shared/vendors/atlassian/optional-on-forbidden";
import type { ConfluenceCloudClient } from "../client";
import type { ConfluenceKind } from "../confluence-kind";
import type { PageComment, PageExtras } from "../extras";
import { mentionedPeople } from "../mentions";
import { type CloudComment, cloudAttachment, cloudComment } from "../schema";
import type { CloudNames } from "./cloud-names";

/** Replies take a request for each comment. */
const MAX_THREADS = 20;

export interface CloudExtrasDeps {
  readonly client: ConfluenceCloudClient;
  readonly names: CloudNames;
}

/** A comment that is not validated yet, with its replies. */
interface RawThread {
  readonly comment: unknown;
  readonly replies: readonly unknown[];
}

/**
 * Reads what Confluence shows around a page: four requests, and one for each comment that may have replies. What the
 * token may not read is named in the notes.
 */
export async function readCloudExtras(
  { client, names }: CloudExtrasDeps,
  { kind, id }: { readonly kind: ConfluenceKind; readonly id: string },
  signal: AbortSignal,
): Promise<PageExtras> {
  const [labels, attachments, footer, inline] = await Promise.all([
    optionalOnForbidden(() => client.labels(kind, id, signal)),
    optionalOnForbidden(() => client.around(kind, { id, what: "attachments" }, signal)),
    optionalOnForbidden(() => client.around(kind, { id, what: "footer-comments" }, signal)),
    optionalOnForbidden(() => client.around(kind, { id, what: "inline-comments" }, signal)),
  ]);
  const threads = [
    ...(await withReplies(client, { what: "inline-comments", comments: inline ?? [] }, signal)),
    ...(await withReplies(client, { what: "footer-comments", comments: footer ?? [] }, signal)),
  ];
  const comments = await toComments(names, threads, signal);
  const files = (attachments ?? []).flatMap((raw) => cloudAttachment.safeParse(raw).data ?? []);
  const total = threads.reduce((sum, { replies }) => sum + 1 + replies.length, 0);
  const unread = [
    ...count((attachments?.length ?? 0) - files.length, "attachments"),
    ...count(total - comments.length, "comments"),
  ];
  const beyond =
    Math.max(0, (footer?.length ?? 0) - MAX_THREADS) + Math.max(0, (inline?.length ?? 0) - MAX_THREADS);
  return {
    labels: labels ?? [],
    attachments: files.map(({ title }) => title),
    attachmentsNotRead: [],
    comments,
    notes: [
      ...(files.length > 0
        ? [`The text of its ${files.length === 1 ? "attachment" : `${files.length} attachments`} is not read`]
        : []),
      ...unread,
      ...(beyond > 0 ? [`The replies to ${beyond} of its comments are not read`] : []),
      ...(footer && inline ? [] : ["The token may not read comments"]),
    ],
  };
}

function count(missing: number, what: string): readonly string[] {
  return missing > 0 ? [`${missing} of its ${what} could not be read`] : [];
}

async function withReplies(
  client: ConfluenceCloudClient,
  {
    what,
    comments,
  }: { readonly what: "footer-comments" | "inline-comments"; readonly comments: readonly unknown[] },
  signal: AbortSignal,
): Promise<readonly RawThread[]> {
  return Promise.all(
    comments.map(async (comment, at) => {
      const id = cloudComment.safeParse(comment).data?.id;
      const isRead = id !== undefined && at < MAX_THREADS;
      const replies = isRead ? await optionalOnForbidden(() => client.replies(what, id, signal)) : [];
      return { comment, replies: replies ?? [] };
    }),
  );
}

async function toComments(
  names: CloudNames,
  threads: readonly RawThread[],
  signal: AbortSignal,
): Promise<readonly PageComment[]> {
  const parsed = threads.flatMap(({ comment, replies }) => [
    ...parse(comment).map((data) => ({ data, isReply: false })),
    ...replies.flatMap(parse).map((data) => ({ data, isReply: true })),
  ]);
  const texts = parsed.map(({ data }) => data.body?.storage?.value ?? "");
  await names.loadUsers(
    [...parsed.map(({ data }) => data.version?.authorId), ...mentionedPeople(texts)],
    signal,
  );
  return parsed.map(({ data, isReply }) => toComment(names, data, isReply));
}

function parse(raw: unknown): readonly CloudComment[] {
  const { data } = cloudComment.safeParse(raw);
  return data ? [data] : [];
}

function toComment(names: CloudNames, comment: CloudComment, isReply: boolean): PageComment {
  const { version, body, properties, resolutionStatus } = comment;
  return {
    author: names.user(version?.authorId),
    createdAt: version?.createdAt,
    storage: body?.storage?.value ?? "",
    selection: properties?.inlineOriginalSelection,
    isResolved: resolutionStatus === "resolved",
    isReply,
  };
}
