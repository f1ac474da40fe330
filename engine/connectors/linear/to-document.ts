import type { SourceDocument, ThreadMessage } from "../../model/source-document";
import { unreadNote } from "../shared/parse/parse-leniently";
import { MAX_MESSAGES } from "../shared/pull/max-messages";
import {
  dayOf,
  describeFacts,
  describeLinks,
  describeRelations,
  entriesOf,
  issueNameOf,
  moreNotes,
  paragraphs,
} from "./describe-lists";
import type { LinearComment, LinearComments, LinearIssue, StatusUpdate } from "./schema";

/** When an item and its comments were changed. */
interface Dated {
  readonly updatedAt: number;
  readonly comments?: { readonly nodes: readonly { readonly updatedAt: number }[] } | null | undefined;
}

/** Changes with the item and with its newest comment. */
export function versionOf({ updatedAt, comments }: Dated): string {
  const newest = lastCommentAt(comments);
  return newest === undefined ? `${updatedAt}` : `${updatedAt} ${newest}`;
}

/** Maps an issue and its comments to one thread. */
export function toIssueDocument(issue: LinearIssue, unread: readonly string[] = []): SourceDocument {
  const author = nameOf(issue.creator) ?? issue.externalUserCreator?.name ?? issue.botActor?.name ?? "Linear";
  const comments = (issue.comments?.nodes ?? []).map(toMessage);
  const assignee = nameOf(issue.assignee);
  return {
    id: `issue:${issue.id}`,
    type: "issue",
    title: `${issue.identifier} ${issue.title}`,
    url: issue.url,
    version: versionOf(issue),
    author,
    people: [...new Set([author, ...(assignee ? [assignee] : []), ...comments.map((each) => each.author)])],
    container: [issue.team?.name, issue.project?.name].filter((name) => name !== undefined),
    createdAt: issue.createdAt,
    updatedAt: lastUpdatedAt(issue),
    content: thread({ author, sentAt: issue.createdAt, text: issueText(issue), url: issue.url }, comments, [
      unreadNote(unread),
      ...commentNotes(issue.comments),
      ...moreNotes({
        labels: issue.labels,
        "sub-issues": issue.children,
        relations: issue.relations,
        "relations of others": issue.inverseRelations,
        attachments: issue.attachments,
      }),
    ]),
  };
}

/** Maps a status update of a project or an initiative, and its comments, to one thread. */
export function toUpdateDocument(
  kind: "update" | "initiativeUpdate",
  update: StatusUpdate,
  unread: readonly string[] = [],
): SourceDocument {
  const author = nameOf(update.user) ?? "Linear";
  const comments = (update.comments?.nodes ?? []).map(toMessage);
  const day = new Date(update.createdAt).toISOString().slice(0, 10);
  const health = update.health ? `Health: ${healthOf(update.health)}` : "";
  const parent = update.project?.name ?? update.initiative?.name;
  const text = paragraphs(health, update.body, update.diffMarkdown);
  return {
    id: `${kind}:${update.id}`,
    type: "thread",
    title: `${parent ?? (kind === "update" ? "Project" : "Initiative")}: update of ${day}`,
    url: update.url,
    version: versionOf(update),
    author,
    people: [...new Set([author, ...comments.map((each) => each.author)])],
    container: parent ? [parent] : [],
    createdAt: update.createdAt,
    updatedAt: lastUpdatedAt(update),
    content: thread({ author, sentAt: update.createdAt, text, url: update.url }, comments, [
      unreadNote(unread),
      ...commentNotes(update.comments),
    ]),
  };
}

export function healthOf(health: string): string {
  return HEALTH[health] ?? health;
}

const HEALTH: Readonly<Record<string, string>> = {
  onTrack: "on track",
  atRisk: "at risk",
  offTrack: "off track",
};

function thread(
  first: ThreadMessage,
  comments: readonly ThreadMessage[],
  notes: readonly string[],
): SourceDocument["content"] {
  const last = comments.toSorted((a, b) => a.sentAt - b.sentAt).slice(-MAX_MESSAGES);
  const all = [
    ...(last.length < comments.length ? [`Only its last ${MAX_MESSAGES} comments are here`] : []),
    ...notes,
  ];
  const note = all.filter((sentence) => sentence !== "").join("; ");
  return { kind: "thread", messages: [first, ...last], ...(note !== "" && { note }) };
}

/** Says how many comments could not be read. */
export function commentNotes(comments: LinearComments | null | undefined): readonly string[] {
  const unread = comments?.unread ?? 0;
  return unread > 0 ? [`${unread} ${unread === 1 ? "comment" : "comments"} could not be read`] : [];
}

export function toMessage(comment: LinearComment): ThreadMessage {
  const quote = comment.quotedText ? comment.quotedText.replace(/^/gm, "> ") : "";
  return {
    author: nameOf(comment.user) ?? comment.externalUser?.name ?? comment.botActor?.name ?? "Linear",
    sentAt: comment.createdAt,
    text: paragraphs(quote, comment.body),
    url: comment.url,
  };
}

/** The fields beside the text, which people search for as well. */
function issueText(issue: LinearIssue): string {
  const { cycle, parent, estimate } = issue;
  const facts = describeFacts([
    ["Status", issue.state?.name],
    ["Priority", issue.priorityLabel],
    ["Assignee", nameOf(issue.assignee)],
    ["Agent", nameOf(issue.delegate)],
    [
      "Labels",
      entriesOf(issue.labels)
        .map(({ name }) => name)
        .join(", "),
    ],
    ["Due", issue.dueDate],
    [
      "Estimate",
      typeof estimate === "number" ? `${estimate} ${estimate === 1 ? "point" : "points"}` : undefined,
    ],
    ["Project", issue.project?.name],
    ["Milestone", issue.projectMilestone?.name],
    ["Cycle", cycle ? describeCycle(cycle) : undefined],
    ["Parent", parent ? issueNameOf(parent) : undefined],
    ["Completed", dayOf(issue.completedAt)],
    ["Cancelled", dayOf(issue.canceledAt)],
  ]);
  const children = entriesOf(issue.children).map(
    (child) => `- ${issueNameOf(child)}${child.state ? ` (${child.state.name})` : ""}`,
  );
  return paragraphs(
    facts,
    issue.description,
    children.length > 0 ? `Sub-issues:\n${children.join("\n")}` : "",
    ...describeRelations(
      entriesOf(issue.relations).map(({ type, relatedIssue }) => ({ type, name: issueNameOf(relatedIssue) })),
      entriesOf(issue.inverseRelations).map(({ type, issue: other }) => ({ type, name: issueNameOf(other) })),
    ),
    ...describeLinks("Attached", entriesOf(issue.attachments)),
  );
}

/** "Cycle 12 (2026-05-01 to 2026-05-14)" */
export function describeCycle({
  number,
  name,
  startsAt,
  endsAt,
}: NonNullable<LinearIssue["cycle"]>): string | undefined {
  const title = name || (typeof number === "number" ? `Cycle ${number}` : undefined);
  if (title === undefined) return undefined;
  return startsAt && endsAt ? `${title} (${dayOf(startsAt)} to ${dayOf(endsAt)})` : title;
}

export function nameOf(user: LinearIssue["creator"]): string | undefined {
  return user ? user.displayName || user.name : undefined;
}

export function lastUpdatedAt(item: Dated): number {
  return Math.max(item.updatedAt, lastCommentAt(item.comments) ?? 0);
}

function lastCommentAt(comments: Dated["comments"]): number | undefined {
  const times = (comments?.nodes ?? []).map(({ updatedAt }) => updatedAt);
  return times.length > 0 ? Math.max(...times) : undefined;
}
