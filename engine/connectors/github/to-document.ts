import type { SourceDocument, ThreadMessage } from "../../model/source-document";
import { codeBlock } from "../shared/text/write-markdown";
import { assigneesOf, type IssueContext, issueFacts } from "./issue-facts";
import type { Commit, GitHubComment, GitHubIssue, Release, Review, ReviewComment } from "./schema";

/** The discussion of an issue or pull request, and what is around it. */
export interface Discussion extends IssueContext {
  /** Sentences about what is missing. */
  readonly notes: readonly string[];
  readonly comments: readonly GitHubComment[];
  readonly reviews: readonly Review[];
  readonly reviewComments: readonly ReviewComment[];
}

/** The name that GitHub shows for deleted accounts. */
const GHOST = "ghost";

export function issueId(repo: string, number: number): string {
  return `issue:${repo}#${number}`;
}

/** The version of an issue: GitHub updates the date with every edit, comment, label and review. */
export function issueVersion(updatedAt: number): string {
  return String(updatedAt);
}

/** Maps an issue or a pull request with its discussion to one thread, oldest message first. */
export function toIssueDocument(repo: string, issue: GitHubIssue, discussion: Discussion): SourceDocument {
  const author = issue.user?.login ?? GHOST;
  const text = `${issueFacts(repo, issue, discussion)}\n\n${issue.body ?? ""}`.trim();
  const first = { author, sentAt: issue.created_at, text, url: issue.html_url };
  const answers = [
    ...discussion.comments.map((comment) => toMessage(comment, comment.created_at, comment.body)),
    ...discussion.reviews.flatMap(toReviewMessage),
    ...discussion.reviewComments.map((said) => toMessage(said, said.created_at, reviewCommentText(said))),
  ].sort((a, b) => a.sentAt - b.sentAt);
  const assignees = assigneesOf(issue);
  return {
    id: issueId(repo, issue.number),
    type: "issue",
    title: issue.title,
    url: issue.html_url,
    version: issueVersion(issue.updated_at),
    author,
    people: [...new Set([author, ...assignees, ...answers.map((message) => message.author)])],
    container: [repo],
    createdAt: issue.created_at,
    updatedAt: issue.updated_at,
    content: {
      kind: "thread",
      messages: [first, ...answers],
      ...(discussion.notes.length > 0 && { note: discussion.notes.join("; ") }),
    },
  };
}

/** @param id "" for the prefix of all releases of the repository */
export function releaseId(repo: string, id: number | ""): string {
  return `release:${repo}/${id}`;
}

/** The length tells edits apart where an older server gives no time of the last one. */
export function releaseVersion({ updated_at, published_at, created_at, body }: Release): string {
  return `${updated_at ?? published_at ?? created_at} ${body?.length ?? 0}`;
}

/** Maps a release with its notes and the names of its files. */
export function toReleaseDocument(repo: string, release: Release): SourceDocument {
  const { id, tag_name, name, body, author, created_at, published_at, updated_at, assets } = release;
  const kind = release.draft ? "draft release" : release.prerelease ? "pre-release" : "release";
  const files = (assets ?? []).map((asset) => asset.name);
  const facts = [
    `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${tag_name} of ${repo}`,
    ...(published_at == null ? [] : [`published on ${new Date(published_at).toISOString().slice(0, 10)}`]),
  ].join(" · ");
  const text = [facts, body?.trim(), files.length > 0 && `Files: ${files.join(", ")}`].filter(Boolean);
  return {
    id: releaseId(repo, id),
    type: "page",
    title: name || tag_name,
    url: release.html_url,
    version: releaseVersion(release),
    ...(author && { author: author.login, people: [author.login] }),
    container: [repo, "Releases"],
    createdAt: created_at,
    updatedAt: updated_at ?? published_at ?? created_at,
    content: { kind: "text", mediaType: "text/markdown", text: text.join("\n\n") },
  };
}

export interface RepositoryFile {
  readonly repo: string;
  readonly path: string;
  readonly branch: string;
  /** Of the file's blob: changes with every byte. */
  readonly sha: string;
  readonly bytes: Uint8Array;
  /** The last commit of the file; undefined when GitHub names none. */
  readonly commit: Commit | undefined;
  /** Of the repository's last push, in place of the commit's date; milliseconds since the epoch. */
  readonly pushedAt?: number;
}

export function fileId(repo: string, path: string): string {
  return `file:${repo}/${path}`;
}

/** The page of a file on GitHub or the Enterprise server. */
export function fileUrl(
  site: string,
  { repo, branch, path }: Pick<RepositoryFile, "repo" | "branch" | "path">,
) {
  const encoded = [...branch.split("/"), ...path.split("/")].map(encodeURIComponent).join("/");
  return `${site}/${repo}/blob/${encoded}`;
}

export function toFileDocument(site: string, file: RepositoryFile): SourceDocument {
  const { repo, path, sha, bytes, commit } = file;
  const folders = path.split("/");
  const fileName = folders.pop() ?? path;
  const author = commit?.commit.author?.name;
  return {
    id: fileId(repo, path),
    type: "file",
    title: fileName,
    url: fileUrl(site, file),
    version: sha,
    ...(author != null && { author, people: [author] }),
    container: [repo, ...folders],
    updatedAt: commit?.commit.committer?.date ?? commit?.commit.author?.date ?? file.pushedAt ?? 0,
    fileName,
    content: { kind: "bytes", bytes },
  };
}

/** The decision of a review, as text. */
const DECISIONS: Readonly<Record<string, string>> = {
  APPROVED: "Approved",
  CHANGES_REQUESTED: "Requested changes",
  DISMISSED: "Review dismissed",
};

function toReviewMessage(review: Review): readonly ThreadMessage[] {
  const text = [DECISIONS[review.state], review.body].filter(Boolean).join("\n\n");
  if (review.submitted_at == null || text === "") return [];
  return [toMessage(review, review.submitted_at, text)];
}

/** Number of lines of the diff that are kept above a comment. */
const MAX_DIFF_LINES = 6;

/** With file, line and the lines it is about; a reply has its words alone below the file. */
function reviewCommentText(said: ReviewComment): string {
  const { path, start_line, diff_hunk, in_reply_to_id, body } = said;
  const last = said.line ?? said.original_line;
  const lines = start_line == null || start_line === last ? `line ${last}` : `lines ${start_line} to ${last}`;
  const place = `On \`${path}\`${last == null ? "" : `, ${lines}`}:`;
  const isStart = in_reply_to_id == null && diff_hunk;
  const diff = isStart ? codeBlock(diff_hunk.split("\n").slice(-MAX_DIFF_LINES).join("\n"), "diff") : "";
  return [place, diff, body].filter(Boolean).join("\n\n");
}

function toMessage(
  { user, html_url }: Pick<GitHubComment, "user" | "html_url">,
  sentAt: number,
  text: string | null | undefined,
): ThreadMessage {
  return { author: user?.login ?? GHOST, sentAt, text: text ?? "", url: html_url };
}
