import type { GitHubIssue, RelatedGitHubIssue, TimelineEvent } from "./schema";

/** The issues and events around an issue. */
export interface IssueContext {
  readonly events: readonly TimelineEvent[];
  readonly subIssues: readonly RelatedGitHubIssue[];
  readonly parent: RelatedGitHubIssue | undefined;
}

/** GitHub's reasons for closing, in words. */
const REASONS: Readonly<Record<string, string>> = {
  completed: "completed",
  not_planned: "not planned",
  duplicate: "duplicate",
};

/** What GitHub shows beside an issue or pull request: one line of facts, then one line for each relation. */
export function issueFacts(repo: string, issue: GitHubIssue, context: IssueContext): string {
  const facts = [
    headline(repo, issue),
    listed("labels: ", issue.labels ?? []),
    listed("assigned to ", assigneesOf(issue)),
    issue.milestone && `milestone: ${milestoneOf(issue)}`,
    issue.type && `type: ${issue.type.name}`,
    closing(issue),
  ];
  const line = facts.filter(Boolean).join(" · ");
  return [`${line.charAt(0).toUpperCase()}${line.slice(1)}`, ...relations(repo, context)].join("\n");
}

export function assigneesOf({ assignees }: GitHubIssue): readonly string[] {
  return (assignees ?? []).map(({ login }) => login);
}

function headline(repo: string, { number, pull_request, state, draft }: GitHubIssue): string {
  const kind = pull_request ? "pull request" : "issue";
  const current = pull_request?.merged_at ? "merged" : state;
  return [current, draft === true && "draft", kind, `#${number} in ${repo}`].filter(Boolean).join(" ");
}

function milestoneOf({ milestone }: GitHubIssue): string {
  const due = milestone?.due_on?.slice(0, 10);
  return [milestone?.title, due && `(due ${due})`].filter(Boolean).join(" ");
}

/** Merging closes a pull request too, and is said already. */
function closing({ closed_at, closed_by, state_reason, pull_request }: GitHubIssue): string {
  if (closed_at == null || pull_request?.merged_at) return "";
  const reason = REASONS[state_reason ?? ""] ?? state_reason;
  const day = new Date(closed_at).toISOString().slice(0, 10);
  return [reason ? `closed as ${reason}` : "closed", closed_by && `by ${closed_by.login}`, `on ${day}`]
    .filter(Boolean)
    .join(" ");
}

function relations(repo: string, { events, subIssues, parent }: IssueContext): readonly string[] {
  const sources = events.flatMap(({ source }) => source?.issue ?? []);
  const pulls = sources.filter(({ pull_request }) => pull_request);
  const issues = sources.filter(({ pull_request }) => !pull_request);
  const describe = (all: readonly RelatedGitHubIssue[]) => [
    ...new Set(all.map((each) => describeRelated(repo, each))),
  ];
  const merged = events.find(({ event }) => event === "merged");
  const commits = events.filter(({ event }) => event === "referenced" || event === "closed");
  return [
    merged && `Merged by ${merged.actor?.login ?? "someone"}${inCommit(merged)}`,
    listed("Parent issue: ", parent ? describe([parent]) : []),
    listed("Sub-issues: ", describe(subIssues)),
    listed("Linked pull requests: ", describe(pulls)),
    listed("Mentioned in: ", describe(issues)),
    listed("Commits: ", [...new Set(commits.flatMap(({ commit_id }) => commit_id?.slice(0, 7) ?? []))]),
    listed(
      "Earlier titles: ",
      events.flatMap(({ rename }) => rename?.from ?? []),
    ),
  ].filter((line): line is string => Boolean(line));
}

function inCommit({ commit_id }: TimelineEvent): string {
  return commit_id ? ` in commit ${commit_id.slice(0, 7)}` : "";
}

function describeRelated(repo: string, related: RelatedGitHubIssue): string {
  const { number, title, state, pull_request } = related;
  const own = repoOfUrl(related.repository_url) ?? repo;
  const current = pull_request?.merged_at ? "merged" : state;
  return [`${own === repo ? "" : own}#${number}`, title, current && `(${current})`].filter(Boolean).join(" ");
}

/** `owner/name` of the address of a repository or of something in it. */
export function repoOfUrl(address: string | null | undefined): string | undefined {
  return /\/repos\/([^/]+\/[^/]+)/.exec(address ?? "")?.[1];
}

function listed(name: string, values: readonly string[]): string {
  return values.length === 0 ? "" : `${name}${values.join(", ")}`;
}
