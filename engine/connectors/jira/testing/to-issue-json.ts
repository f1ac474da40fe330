import { fakeUser } from "../../shared/vendors/atlassian/testing/fake-site";
import { type FakeJiraIssue, PROJECTS, projectOf } from "./fake-jira-issue-store";

/** Number of comments that a search includes; the rest takes a request of its own. */
const COMMENTS_IN_LISTS = 2;

export interface IssueJsonOptions {
  readonly fields: string;
  readonly inList: boolean;
  readonly complete: boolean;
  readonly cloud: boolean;
  readonly apiUrl: string;
}

/** An issue in the format of the API. */
export function toIssueJson(
  issue: FakeJiraIssue,
  { fields, inList, complete, cloud, apiUrl }: IssueJsonOptions,
): object {
  const { id, key, summary, text, labels, created, updated } = issue;
  const project = projectOf(issue);
  const comments = issue.comments.map((comment, at) => toCommentJson(issue, { text: comment, at }, cloud));
  const included = inList ? comments.slice(0, COMMENTS_IN_LISTS) : comments;
  const optional = {
    created: toJiraTime(created),
    description: toBody(text, cloud),
    issuetype: { id: "10001", name: "Bug", subtask: false },
    status: { id: "3", name: "In Progress" },
    priority: { id: "2", name: "High" },
    project: { id: "10000", key: project, name: PROJECTS[project] },
    labels,
    assignee: null,
    reporter: fakeUser(cloud),
    attachment: [{ id: 10_000, filename: "plan.png", mimeType: "image/png" }],
    comment: { comments: included, maxResults: included.length, total: comments.length, startAt: 0 },
  };
  const all = { summary, updated: toJiraTime(updated), ...(complete && optional) };
  const wanted = fields.split(",");
  const entries = Object.entries(all).filter(([name]) => wanted.includes(name) || fields === "*all");
  return {
    id: String(id),
    key,
    self: `${apiUrl}/rest/api/${cloud ? 3 : 2}/issue/${id}`,
    ...(fields !== "id" && { fields: Object.fromEntries(entries) }),
  };
}

export function toCommentJson(
  { id, created }: FakeJiraIssue,
  { text, at }: { text: string; at: number },
  cloud: boolean,
): object {
  const time = toJiraTime(created + at + 1);
  const author = { accountId: "5b10ac8d82e05b22cc7d4ef5", displayName: "Emma Richards", active: true };
  return { id: String(id * 100 + at), author, body: toBody(text, cloud), created: time, updated: time };
}

function toBody(text: string, cloud: boolean): unknown {
  if (!cloud) return text;
  return { type: "doc", version: 1, content: [{ type: "paragraph", content: [{ type: "text", text }] }] };
}

/** Jira's time format: no colon in the offset. */
function toJiraTime(time: number): string {
  return new Date(time + 3_600_000).toISOString().replace("Z", "+0100");
}
