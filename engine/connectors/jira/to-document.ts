import type { SourceDocument, ThreadMessage } from "../../model/source-document";
import { MAX_MESSAGES } from "../shared/pull/max-messages";
import { adfToMarkdown } from "../shared/vendors/atlassian/adf-to-markdown";
import type { AtlassianSite } from "../shared/vendors/atlassian/resolve-site";
import { itemId } from "./parse-issue";
import { commentSchema, type JiraComment, type JiraIssue } from "./schema";
import { wikiToMarkdown } from "./wiki-to-markdown";

const NOBODY = "Unknown";

/**
 * Maps an issue with its comments to one thread: first its fields and description, then each comment with its link.
 */
export function toDocument(
  issue: JiraIssue,
  rawComments: readonly unknown[],
  { siteUrl, cloud }: AtlassianSite,
): SourceDocument {
  const { id, key, fields } = issue;
  const url = `${siteUrl}/browse/${encodeURIComponent(key)}`;
  const markdown = (body: unknown) =>
    cloud ? adfToMarkdown(body) : wikiToMarkdown(typeof body === "string" ? body : "");
  const read = readComments(rawComments);
  const comments = read.slice(-MAX_MESSAGES);
  const unread = rawComments.length - read.length;
  const notes = [
    ...(unread > 0 ? [`${unread} of its comments could not be read`] : []),
    ...(comments.length < read.length ? [`Only its last ${MAX_MESSAGES} comments are here`] : []),
  ];
  const first: ThreadMessage = {
    author: fields.reporter?.displayName ?? NOBODY,
    sentAt: fields.created ?? fields.updated,
    text: [describe(issue), markdown(fields.description)].filter(Boolean).join("\n\n"),
    url,
  };
  const messages = [first, ...comments.map((comment) => toMessage(comment, url, markdown))];
  return {
    id: itemId(id),
    type: "issue",
    title: `${key} ${fields.summary}`,
    url,
    version: `${fields.updated} ${key}`,
    author: first.author,
    people: peopleOf(issue, comments),
    ...(fields.project?.name && { container: [fields.project.name] }),
    ...(fields.created != null && { createdAt: fields.created }),
    updatedAt: fields.updated,
    content: {
      kind: "thread",
      messages,
      ...(notes.length > 0 && { note: notes.join("; ") }),
    },
  };
}

function readComments(raw: readonly unknown[]): readonly JiraComment[] {
  return raw
    .map((comment) => commentSchema.safeParse(comment).data)
    .filter((comment) => comment !== undefined)
    .sort((a, b) => a.created - b.created);
}

function toMessage(
  comment: JiraComment,
  issueUrl: string,
  markdown: (body: unknown) => string,
): ThreadMessage {
  return {
    author: comment.author?.displayName ?? NOBODY,
    sentAt: comment.created,
    text: markdown(comment.body),
    url: `${issueUrl}?focusedCommentId=${encodeURIComponent(comment.id)}`,
  };
}

/** The fields, one per line, so that an issue without a description is searchable. */
function describe({ key, fields }: JiraIssue): string {
  const { parent, attachment } = fields;
  const lines: readonly (readonly [name: string, value: string | null | undefined])[] = [
    ["Issue", [key, fields.issuetype?.name].filter(Boolean).join(", ")],
    ["Status", fields.status?.name],
    ["Priority", fields.priority?.name],
    ["Assignee", fields.assignee?.displayName],
    ["Labels", fields.labels?.join(", ")],
    ["Parent", parent && [parent.key, parent.fields?.summary].filter(Boolean).join(" ")],
    [
      "Attachments",
      attachment
        ?.map(({ filename }) => filename)
        .filter(Boolean)
        .join(", "),
    ],
  ];
  return lines
    .filter(([, value]) => value)
    .map(([name, value]) => `- ${name}: ${value}`)
    .join("\n");
}

function peopleOf({ fields }: JiraIssue, comments: readonly JiraComment[]): readonly string[] {
  const names = [fields.reporter, fields.assignee, ...comments.map(({ author }) => author)];
  return [...new Set(names.map((person) => person?.displayName).filter((name) => name != null))];
}
