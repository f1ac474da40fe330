import type { SourceDocument, ThreadMessage } from "../../model/source-document";
import type { Commit, GitHubComment, GitHubIssue, Review, ReviewComment } from "./schema";

/** The discussion of an issue or pull request. */
export interface Discussion {
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
  const first = { author, sentAt: issue.created_at, text: issueText(repo, issue), url: issue.html_url };
  const answers = [
    ...discussion.comments.map((comment) => toMessage(comment, comment.created_at, comment.body)),
    ...discussion.reviews.flatMap(toReviewMessage),
    ...discussion.reviewComments.map((said) =>
      toMessage(said, said.created_at, `On \`${said.path}\`:\n\n${said.body ?? ""}`),
    ),
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
    content: { kind: "thread", messages: [first, ...answers] },
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
    ...(author !== undefined && { author, people: [author] }),
    container: [repo, ...folders],
    updatedAt: commit?.commit.committer?.date ?? commit?.commit.author?.date ?? 0,
    fileName,
    content: { kind: "bytes", bytes },
  };
}

function issueText(repo: string, issue: GitHubIssue): string {
  const kind = issue.pull_request ? "pull request" : "issue";
  const state = issue.pull_request?.merged_at ? "merged" : issue.state;
  const labels = (issue.labels ?? []).flatMap((label) =>
    typeof label === "string" ? [label] : (label.name ?? []),
  );
  const assignees = assigneesOf(issue);
  const facts = [
    `${[state, kind].filter((word) => word !== undefined).join(" ")} #${issue.number} in ${repo}`,
    ...(labels.length > 0 ? [`labels: ${labels.join(", ")}`] : []),
    ...(assignees.length > 0 ? [`assigned to ${assignees.join(", ")}`] : []),
    ...(issue.milestone ? [`milestone: ${issue.milestone.title}`] : []),
  ].join(" · ");
  return `${facts.charAt(0).toUpperCase()}${facts.slice(1)}\n\n${issue.body ?? ""}`.trim();
}

function assigneesOf({ assignees }: GitHubIssue): readonly string[] {
  return (assignees ?? []).flatMap((assignee) => assignee?.login ?? []);
}

/** The decision of a review, as text. */
const DECISIONS: Readonly<Record<string, string>> = {
  APPROVED: "Approved",
  CHANGES_REQUESTED: "Requested changes",
  DISMISSED: "Review dismissed",
};

function toReviewMessage(review: Review): readonly ThreadMessage[] {
  const text = [DECISIONS[review.state], review.body].filter(Boolean).join("\n\n");
  if (review.submitted_at === undefined || text === "") return [];
  return [toMessage(review, review.submitted_at, text)];
}

function toMessage(
  { user, html_url }: Pick<GitHubComment, "user" | "html_url">,
  sentAt: number,
  text: string | null | undefined,
): ThreadMessage {
  return { author: user?.login ?? GHOST, sentAt, text: text ?? "", url: html_url };
}
