import { fakeUser } from "../../shared/vendors/atlassian/testing/fake-site";
import { type FakeJiraIssue, PROJECTS, projectOf } from "./fake-jira-issue-store";

/** Number of comments and of worklogs that a search includes; the rest takes a request of its own. */
const REPLIES_IN_LISTS = 2;

/** Names of fields, as `expand=names` gives them: Jira's own, and those this site has added. */
export const FIELD_NAMES: Readonly<Record<string, string>> = {
  summary: "Summary",
  status: "Status",
  environment: "Environment",
  customfield_10016: "Story point estimate",
  customfield_10020: "Sprint",
  customfield_10031: "Acceptance criteria",
  customfield_10040: "Team area",
};

export interface IssueJsonOptions {
  readonly fields: string;
  readonly inList: boolean;
  readonly complete: boolean;
  readonly cloud: boolean;
  readonly apiUrl: string;
}

/** An issue in the format of the API. */
export function toIssueJson(issue: FakeJiraIssue, options: IssueJsonOptions): object {
  const { fields, complete, cloud, apiUrl } = options;
  const { id, key, summary, updated, extra = {} } = issue;
  const all = {
    summary,
    updated: toJiraTime(updated),
    ...(complete && { ...optionalFields(issue, options), ...extra }),
  };
  const wanted = fields.split(",");
  const isWanted = (name: string) =>
    wanted.includes(name) || (wanted.includes("*all") && !wanted.includes(`-${name}`));
  const entries = Object.entries(all).filter(([name]) => isWanted(name));
  return {
    id: String(id),
    key,
    self: `${apiUrl}/rest/api/${cloud ? 3 : 2}/issue/${id}`,
    ...(fields !== "id" && { fields: Object.fromEntries(entries) }),
  };
}

/** Optional fields; those without a value are null or empty lists, as `*all` returns them. */
function optionalFields(issue: FakeJiraIssue, { inList, cloud }: IssueJsonOptions): object {
  const { text, labels, created } = issue;
  const project = projectOf(issue);
  const comments = issue.comments.map((comment, at) => toCommentJson(issue, { text: comment, at }, cloud));
  const worklogs = (issue.worklogs ?? []).map((worklog, at) =>
    toWorklogJson(issue, { text: worklog, at }, cloud),
  );
  const pageOf = <Item>(items: readonly Item[]) => {
    const included = inList ? items.slice(0, REPLIES_IN_LISTS) : items;
    return { included, page: { maxResults: included.length, total: items.length, startAt: 0 } };
  };
  const nothing = {
    duedate: null,
    resolution: null,
    resolutiondate: null,
    environment: null,
    security: null,
  };
  return {
    ...nothing,
    ...{ components: [], versions: [], fixVersions: [], issuelinks: [], subtasks: [] },
    ...{ timetracking: {}, workratio: -1, customfield_10016: null, customfield_10020: null },
    created: toJiraTime(created),
    description: toBody(text, cloud),
    issuetype: { id: "10001", name: "Bug", subtask: false },
    status: { id: "3", name: "In Progress" },
    priority: { id: "2", name: "High" },
    project: { id: "10000", key: project, name: PROJECTS[project] },
    labels,
    assignee: null,
    reporter: fakeUser(cloud),
    creator: fakeUser(cloud),
    attachment: issue.attachments?.map(({ id, filename, text }) => ({
      ...{ id, filename, mimeType: "text/plain", size: text.length, author: colleague(cloud) },
      created: toJiraTime(created),
    })) ?? [{ id: 10_000, filename: "plan.png", mimeType: "image/png", size: 2_460 }],
    comment: { comments: pageOf(comments).included, ...pageOf(comments).page },
    worklog: { worklogs: pageOf(worklogs).included, ...pageOf(worklogs).page },
  };
}

interface FakeReply {
  readonly text: string;
  readonly at: number;
}

export function toCommentJson(
  { id, created }: FakeJiraIssue,
  { text, at }: FakeReply,
  cloud: boolean,
): object {
  const time = toJiraTime(created + at + 1);
  return {
    ...{ id: String(id * 100 + at), author: colleague(cloud), body: toBody(text, cloud) },
    ...{ created: time, updated: time },
  };
}

export function toWorklogJson(
  { id, created }: FakeJiraIssue,
  { text, at }: FakeReply,
  cloud: boolean,
): object {
  const time = toJiraTime(created + at + 500);
  return {
    ...{ id: String(id * 1_000 + at), issueId: String(id), author: colleague(cloud) },
    ...{ comment: toBody(text, cloud), started: time, created: time, updated: time },
    ...{ timeSpent: "1h 30m", timeSpentSeconds: 5_400 },
  };
}

/** The cloud has account ids, Data Center user names and keys. */
function colleague(cloud: boolean): object {
  const ids = cloud ? { accountId: "5b10ac8d82e05b22cc7d4ef5" } : { name: "emma", key: "JIRAUSER10200" };
  return { ...ids, displayName: "Emma Richards", active: true };
}

function toBody(text: string, cloud: boolean): unknown {
  if (!cloud) return text;
  return { type: "doc", version: 1, content: [{ type: "paragraph", content: [{ type: "text", text }] }] };
}

/** Jira's time format: no colon in the offset. */
function toJiraTime(time: number): string {
  return new Date(time + 3_600_000).toISOString().replace("Z", "+0100");
}
