import type { SourceDocument, ThreadMessage } from "../../model/source-document";
import { MAX_MESSAGES } from "../shared/pull/max-messages";
import { adfToMarkdown } from "../shared/vendors/atlassian/adf-to-markdown";
import type { PersonNames } from "../shared/vendors/atlassian/name-mentions";
import { nameMentions } from "../shared/vendors/atlassian/name-mentions";
import type { AtlassianSite } from "../shared/vendors/atlassian/resolve-site";
import { describeIssue } from "./describe-issue";
import { itemId } from "./parse-issue";
import {
  attachmentSchema,
  commentSchema,
  type JiraComment,
  type JiraIssue,
  type JiraWorklog,
  worklogSchema,
} from "./schema";
import { wikiToMarkdown } from "./wiki-to-markdown";

const NOBODY = "Unknown";

/** What an issue's own reply may lack. */
export interface IssueDetails {
  /** Not validated yet, like the worklogs. */
  readonly comments: readonly unknown[];
  readonly worklogs?: readonly unknown[];
  /** For mentions, by any id of a person. */
  readonly names?: PersonNames;
  /** Fields that were not as documented. */
  readonly lost?: readonly string[];
  /** Sentences about what else is missing. */
  readonly notes?: readonly string[];
}

/**
 * Maps an issue with its comments and worklogs to one thread: first its fields and description, then each comment and
 * worklog with its link.
 */
export function toDocument(issue: JiraIssue, details: IssueDetails, site: AtlassianSite): SourceDocument {
  const { id, key, fields } = issue;
  const url = `${site.siteUrl}/browse/${encodeURIComponent(key)}`;
  const names = details.names ?? new Map();
  const readText = (text: string) => (site.cloud ? text : wikiToMarkdown(text, names));
  const markdown = (body: unknown) =>
    typeof body === "string" ? readText(body) : adfToMarkdown(body, names);
  const replies = readReplies(details, { url, markdown });
  const described = describeIssue({ ...issue, fields: named(fields, names) }, readText);
  const attachments = (fields.attachment ?? []).map(
    (each) => attachmentSchema.safeParse(each).data?.filename,
  );
  const lines = [described.lines, attachments.length > 0 && `- Attachments: ${listed(attachments)}`];
  const first: ThreadMessage = {
    author: fields.reporter?.displayName ?? NOBODY,
    sentAt: fields.created ?? fields.updated,
    text: [lines.filter(Boolean).join("\n"), markdown(fields.description), ...described.sections]
      .filter(Boolean)
      .join("\n\n"),
    url,
  };
  const notes = [
    ...replies.notes,
    ...noteUnread([...(details.lost ?? []), ...described.unread]),
    ...(details.notes ?? []),
  ];
  return {
    id: itemId(id),
    type: "issue",
    title: `${key} ${fields.summary}`,
    url,
    version: `${fields.updated} ${key}`,
    author: first.author,
    people: peopleOf(issue, replies.messages),
    ...(fields.project?.name && { container: [fields.project.name] }),
    ...(fields.created != null && { createdAt: fields.created }),
    updatedAt: fields.updated,
    content: {
      kind: "thread",
      messages: [first, ...replies.messages],
      ...(notes.length > 0 && { note: notes.join("; ") }),
    },
  };
}

function listed(names: readonly (string | undefined)[]): string {
  return names.map((name) => name ?? "one without a name").join(", ");
}

function noteUnread(fields: readonly string[]): readonly string[] {
  return fields.length === 0 ? [] : [`Fields that could not be read: ${fields.join(", ")}`];
}

/** With names for the mentions in the fields of the site's own. */
function named(fields: JiraIssue["fields"], names: PersonNames): JiraIssue["fields"] {
  const entries = Object.entries(fields).map(([key, value]) => [key, nameMentions(value, names)]);
  return Object.fromEntries(entries) as JiraIssue["fields"];
}

interface ReplyOptions {
  readonly url: string;
  readonly markdown: (body: unknown) => string;
}

interface Replies {
  readonly messages: readonly ThreadMessage[];
  readonly notes: readonly string[];
}

/** Comments and worklogs, oldest first. */
function readReplies({ comments, worklogs = [] }: IssueDetails, { url, markdown }: ReplyOptions): Replies {
  const readComments = valid(comments, (each) => commentSchema.safeParse(each).data);
  const readWorklogs = valid(worklogs, (each) => worklogSchema.safeParse(each).data);
  const messages = [
    ...readComments.map((comment) => toCommentMessage(comment, { url, markdown })),
    ...readWorklogs.map((worklog) => toWorklogMessage(worklog, { url, markdown })),
  ].sort((a, b) => a.sentAt - b.sentAt);
  const kept = messages.slice(-MAX_MESSAGES);
  return {
    messages: kept,
    notes: [
      ...noteMissing(comments.length - readComments.length, "comments"),
      ...noteMissing(worklogs.length - readWorklogs.length, "worklogs"),
      ...(kept.length < messages.length ? [`Only its last ${MAX_MESSAGES} comments are here`] : []),
    ],
  };
}

function valid<Item>(all: readonly unknown[], parse: (raw: unknown) => Item | undefined): readonly Item[] {
  return all.map(parse).filter((item) => item !== undefined);
}

function noteMissing(count: number, what: string): readonly string[] {
  return count > 0 ? [`${count} of its ${what} could not be read`] : [];
}

function toCommentMessage(comment: JiraComment, { url, markdown }: ReplyOptions): ThreadMessage {
  return {
    author: comment.author?.displayName ?? NOBODY,
    sentAt: comment.created,
    text: markdown(comment.body),
    url: `${url}?focusedCommentId=${encodeURIComponent(comment.id)}`,
  };
}

function toWorklogMessage(worklog: JiraWorklog, { url, markdown }: ReplyOptions): ThreadMessage {
  const logged = `Logged ${worklog.timeSpent ?? "work"}`;
  return {
    author: worklog.author?.displayName ?? NOBODY,
    sentAt: worklog.started,
    text: [logged, markdown(worklog.comment)].filter(Boolean).join(": "),
    url: `${url}?focusedWorklogId=${encodeURIComponent(worklog.id)}`,
  };
}

function peopleOf({ fields }: JiraIssue, messages: readonly ThreadMessage[]): readonly string[] {
  const names = [fields.reporter?.displayName, fields.assignee?.displayName];
  const authors = messages.map(({ author }) => author).filter((author) => author !== NOBODY);
  return [...new Set([...names, ...authors].filter((name) => name != null))];
}
