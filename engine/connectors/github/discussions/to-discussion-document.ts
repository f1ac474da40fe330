import type { ItemsPage } from "../../../model/pull-page";
import type { SourceDocument, ThreadMessage } from "../../../model/source-document";
import { lostFields } from "../../shared/parse/lost-fields";
import { toUnidentified } from "../../shared/parse/unidentified";
import {
  type Discussion,
  type DiscussionComment,
  discussion,
  discussionComment,
  discussionReply,
  listedDiscussion,
} from "./discussion-schema";

export function discussionId(repo: string, number: number): string {
  return `discussion:${repo}#${number}`;
}

export interface DescribedDiscussion {
  readonly id: string;
  readonly version: string;
  /** Milliseconds since the epoch; NaN when GitHub gives none. */
  readonly updatedAt: number;
}

/** Id, version and time of a listed discussion; of its failure, when it has no number. */
export function describeDiscussion(repo: string, raw: unknown): DescribedDiscussion {
  const number = listedDiscussion.pick({ number: true }).safeParse(raw).data?.number;
  if (number === undefined) return { ...toUnidentified(raw, "GitHub"), updatedAt: Number.NaN };
  const updatedAt = listedDiscussion.safeParse(raw).data?.updatedAt ?? Number.NaN;
  return { id: discussionId(repo, number), version: String(updatedAt), updatedAt };
}

/** Delivers a discussion as one thread, or its failure. */
export function deliverDiscussion(repo: string, raw: unknown): Partial<ItemsPage> {
  const parsed = discussion.safeParse(raw);
  if (parsed.success) {
    const lost = lostFields(raw, parsed.data, Object.keys(discussion.shape));
    return { documents: [toDiscussionDocument(repo, parsed.data, lost)] };
  }
  const { id, version } = describeDiscussion(repo, raw);
  const failure = toUnidentified(raw, "GitHub");
  if (id === failure.id) return { failures: [failure] };
  const field = parsed.error.issues[0]?.path.join(".") || "shape";
  const reason = `Cannot read ${id.slice("discussion:".length)}: its ${field} is not as documented`;
  return { failures: [{ ...failure, id, version, title: id, reason }] };
}

const GHOST = "ghost";

/** Maps a discussion to one thread: its text, then each comment with its replies; the answer is marked. */
export function toDiscussionDocument(
  repo: string,
  found: Discussion,
  lost: readonly string[] = [],
): SourceDocument {
  const { number, title, url, body, createdAt, updatedAt, author } = found;
  const comments = readComments(found);
  const name = author?.login ?? GHOST;
  const text = `${factsOf(repo, found)}\n\n${body ?? ""}`.trim();
  const messages: readonly ThreadMessage[] = [
    { author: name, sentAt: createdAt, text, url },
    ...comments.messages,
  ];
  const notes = [
    ...(lost.length > 0 ? [`Fields that could not be read: ${lost.join(", ")}`] : []),
    ...comments.notes,
  ];
  return {
    id: discussionId(repo, number),
    type: "thread",
    title,
    url,
    version: String(updatedAt),
    author: name,
    people: [...new Set(messages.map((message) => message.author))],
    container: [repo, "Discussions"],
    createdAt,
    updatedAt,
    content: { kind: "thread", messages, ...(notes.length > 0 && { note: notes.join("; ") }) },
  };
}

function factsOf(
  repo: string,
  { number, category, closed, stateReason, isAnswered, labels }: Discussion,
): string {
  const names = (labels?.nodes ?? []).flatMap((label) => {
    const { name } = (label ?? {}) as { name?: unknown };
    return typeof name === "string" ? [name] : [];
  });
  return [
    `Discussion #${number} in ${repo}`,
    category && `category: ${category.name}`,
    isAnswered === true && "answered",
    closed === true && ["closed", stateReason?.toLowerCase()].filter(Boolean).join(" as "),
    names.length > 0 && `labels: ${names.join(", ")}`,
  ]
    .filter(Boolean)
    .join(" · ");
}

interface ReadComments {
  readonly messages: readonly ThreadMessage[];
  readonly notes: readonly string[];
}

function readComments({ comments }: Discussion): ReadComments {
  const nodes = comments?.nodes ?? [];
  const read = nodes.flatMap((raw) => discussionComment.safeParse(raw).data ?? []);
  const threads = read.map(toMessages);
  const lost = nodes.length - read.length + threads.reduce((sum, thread) => sum + thread.lost, 0);
  const beyond =
    missing(comments?.totalCount, nodes.length) + threads.reduce((sum, thread) => sum + thread.beyond, 0);
  return {
    messages: threads.flatMap(({ messages }) => messages),
    notes: [
      ...(lost > 0 ? [`${lost} of its comments could not be read`] : []),
      ...(beyond > 0 ? [`${beyond} of its comments are not read`] : []),
    ],
  };
}

function toMessages(comment: DiscussionComment) {
  const nodes = comment.replies?.nodes ?? [];
  const replies = nodes.flatMap((raw) => discussionReply.safeParse(raw).data ?? []);
  const answer = comment.isAnswer === true ? "**Marked as the answer**\n\n" : "";
  return {
    messages: [toMessage(comment, answer), ...replies.map((reply) => toMessage(reply, ""))],
    lost: nodes.length - replies.length,
    beyond: missing(comment.replies?.totalCount, nodes.length),
  };
}

function missing(total: number | null | undefined, read: number): number {
  return Math.max(0, (total ?? 0) - read);
}

function toMessage(
  { author, body, createdAt, url }: Pick<DiscussionComment, "author" | "body" | "createdAt" | "url">,
  mark: string,
): ThreadMessage {
  return { author: author?.login ?? GHOST, sentAt: createdAt, text: `${mark}${body ?? ""}`, url };
}
