import type { SourceDocument, ThreadMessage } from "../../model/source-document";
import { MAX_MESSAGES } from "../shared/pull/max-messages";
import type { LinearComment, LinearDocument, LinearIssue, ProjectUpdate, Stamp } from "./schema";

/** Changes with the item and with its newest comment. */
export function versionOf({ updatedAt, comments }: Pick<Stamp, "updatedAt" | "comments">): string {
  const newest = lastCommentAt(comments);
  return newest === undefined ? `${updatedAt}` : `${updatedAt} ${newest}`;
}

/** Maps an issue and its comments to one thread. */
export function toIssueDocument(issue: LinearIssue): SourceDocument {
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
    content: thread({ author, sentAt: issue.createdAt, text: issueText(issue), url: issue.url }, comments),
  };
}

/** Maps a project's status update and its comments to one thread. */
export function toUpdateDocument(update: ProjectUpdate): SourceDocument {
  const author = nameOf(update.user) ?? "Linear";
  const comments = (update.comments?.nodes ?? []).map(toMessage);
  const day = new Date(update.createdAt).toISOString().slice(0, 10);
  const health = update.health ? `Health: ${HEALTH[update.health] ?? update.health}` : "";
  return {
    id: `update:${update.id}`,
    type: "thread",
    title: `${update.project?.name ?? "Project"}: update of ${day}`,
    url: update.url,
    version: versionOf(update),
    author,
    people: [...new Set([author, ...comments.map((each) => each.author)])],
    container: update.project ? [update.project.name] : [],
    createdAt: update.createdAt,
    updatedAt: lastUpdatedAt(update),
    content: thread(
      { author, sentAt: update.createdAt, text: paragraphs(health, update.body), url: update.url },
      comments,
    ),
  };
}

export function toPageDocument(page: LinearDocument): SourceDocument {
  const author = nameOf(page.creator);
  const parent =
    page.project?.name ??
    page.initiative?.name ??
    (page.issue && `${page.issue.identifier} ${page.issue.title}`);
  return {
    id: `document:${page.id}`,
    type: "page",
    title: page.title || "Untitled document",
    url: page.url,
    version: versionOf({ updatedAt: page.updatedAt, comments: undefined }),
    ...(author !== undefined && { author, people: [author] }),
    container: parent ? [parent] : [],
    createdAt: page.createdAt,
    updatedAt: page.updatedAt,
    content: { kind: "text", mediaType: "text/markdown", text: page.content ?? "" },
  };
}

const HEALTH: Readonly<Record<string, string>> = {
  onTrack: "on track",
  atRisk: "at risk",
  offTrack: "off track",
};

function thread(first: ThreadMessage, comments: readonly ThreadMessage[]): SourceDocument["content"] {
  const last = comments.toSorted((a, b) => a.sentAt - b.sentAt).slice(-MAX_MESSAGES);
  return {
    kind: "thread",
    messages: [first, ...last],
    ...(last.length < comments.length && { note: `Only its last ${MAX_MESSAGES} comments are here` }),
  };
}

function toMessage(comment: LinearComment): ThreadMessage {
  const quote = comment.quotedText ? comment.quotedText.replace(/^/gm, "> ") : "";
  return {
    author: nameOf(comment.user) ?? comment.externalUser?.name ?? comment.botActor?.name ?? "Linear",
    sentAt: comment.createdAt,
    text: paragraphs(quote, comment.body),
    url: comment.url,
  };
}

/** The fields beside the text, which people search for as well. */
function issueText({ description, state, priorityLabel, assignee, labels, dueDate }: LinearIssue): string {
  const facts = [
    ["Status", state?.name],
    ["Priority", priorityLabel],
    ["Assignee", nameOf(assignee)],
    ["Labels", labels?.nodes.map(({ name }) => name).join(", ")],
    ["Due", dueDate],
  ];
  const line = facts.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])).join(" · ");
  return paragraphs(line, description ?? "");
}

function paragraphs(...texts: readonly string[]): string {
  return texts.filter((text) => text !== "").join("\n\n");
}

function nameOf(user: LinearIssue["creator"]): string | undefined {
  return user ? user.displayName || user.name : undefined;
}

function lastUpdatedAt(item: Pick<Stamp, "updatedAt" | "comments">): number {
  return Math.max(item.updatedAt, lastCommentAt(item.comments) ?? 0);
}

function lastCommentAt(comments: Stamp["comments"]): number | undefined {
  const times = (comments?.nodes ?? []).map(({ updatedAt }) => updatedAt);
  return times.length > 0 ? Math.max(...times) : undefined;
}
