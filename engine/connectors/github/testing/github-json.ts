import {
  blobSha,
  type FakeGitHubIssue,
  type FakeRelease,
  type FakeRemark,
  type FakeRepo,
} from "./fake-github-data";

/** Variations of the replies. */
export interface ReplyOptions {
  /** False: fields that may be missing or null are. */
  readonly complete: boolean;
}

const API = "https://api.github.com";
const SITE = "https://github.com";

/** GitHub's times have a precision of one second. */
export function toIsoSeconds(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, "Z");
}

export function toUserJson(login: string) {
  const id = login.length;
  return { login, id, node_id: `U_${login}`, html_url: `${SITE}/${login}`, type: "User", site_admin: false };
}

export function toRepoJson(repo: FakeRepo, { complete }: ReplyOptions) {
  const { name, fork, pushedAt } = repo;
  const [owner = "", short = ""] = name.split("/");
  return {
    ...{ id: name.length, node_id: `R_${name}`, name: short, full_name: name, private: true, fork },
    ...{ owner: toUserJson(owner), html_url: `${SITE}/${name}`, url: `${API}/repos/${name}` },
    ...{ default_branch: "main", has_issues: repo.hasIssues, archived: false, disabled: false },
    has_discussions: repo.discussions.size > 0,
    pushed_at: pushedAt === undefined ? null : toIsoSeconds(pushedAt),
    description: complete ? `The code of ${short}` : null,
  };
}

export function toIssueJson({ name }: FakeRepo, issue: FakeGitHubIssue, { complete }: ReplyOptions) {
  const { number, title, pull, body, createdAt, updatedAt, comments } = issue;
  const url = `${API}/repos/${name}/issues/${number}`;
  const page = `${SITE}/${name}/${pull ? "pull" : "issues"}/${number}`;
  const pullRequest = {
    ...{ url: `${API}/repos/${name}/pulls/${number}`, html_url: page, merged_at: null },
    ...{ diff_url: `${page}.diff`, patch_url: `${page}.patch` },
  };
  return {
    ...{ id: number, node_id: `I_${number}`, number, title, url, repository_url: `${API}/repos/${name}` },
    ...{ html_url: page, comments_url: `${url}/comments`, state: "open", locked: false },
    ...{
      created_at: toIsoSeconds(createdAt),
      updated_at: toIsoSeconds(updatedAt),
      closed_at: null,
      comments: comments.length,
    },
    user: complete ? toUserJson("ada") : null,
    body: complete ? body : null,
    labels: complete ? [{ id: 1, name: "bug", color: "f29513", default: true, description: null }] : [],
    assignee: complete ? toUserJson("grace") : null,
    assignees: complete ? [toUserJson("grace")] : [],
    milestone: null,
    author_association: "MEMBER",
    ...(pull && { pull_request: pullRequest }),
    ...(complete && { active_lock_reason: null, state_reason: null, closed_by: null, type: null }),
    ...(complete && issue.subIssues && { sub_issues_summary: summaryOf(issue.subIssues) }),
    ...issue.extra,
  };
}

function summaryOf({ length }: readonly number[]) {
  return { total: length, completed: 0, percent_completed: 0 };
}

export function toReleaseJson({ name }: FakeRepo, found: FakeRelease, { complete }: ReplyOptions) {
  const { id, tag, body, at, updatedAt } = found;
  const url = `${API}/repos/${name}/releases/${id}`;
  return {
    ...{ id, node_id: `RE_${id}`, tag_name: tag, target_commitish: "main", draft: false, prerelease: false },
    ...{ url, html_url: `${SITE}/${name}/releases/tag/${tag}`, assets_url: `${url}/assets`, upload_url: url },
    ...{ created_at: toIsoSeconds(at), published_at: toIsoSeconds(at), tarball_url: null, zipball_url: null },
    ...{ author: toUserJson("ada"), assets: [], name: complete ? `Version ${tag}` : null },
    ...{ body, updated_at: toIsoSeconds(updatedAt) },
  };
}

export function toCommentJson(
  { name }: FakeRepo,
  issue: FakeGitHubIssue,
  remark: FakeRemark,
  { complete }: ReplyOptions,
) {
  const { id, body, at } = remark;
  const page = `${SITE}/${name}/${issue.pull ? "pull" : "issues"}/${issue.number}`;
  return {
    ...{ id, node_id: `C_${id}`, url: `${API}/repos/${name}/issues/comments/${id}`, body },
    ...{ html_url: `${page}#issuecomment-${id}`, issue_url: `${API}/repos/${name}/issues/${issue.number}` },
    ...{ created_at: toIsoSeconds(at), updated_at: toIsoSeconds(at), author_association: "MEMBER" },
    user: complete ? toUserJson(remark.author) : null,
  };
}

export function toReviewJson(
  { name }: FakeRepo,
  issue: FakeGitHubIssue,
  remark: FakeRemark,
  { complete }: ReplyOptions,
) {
  const { id, body, at, state } = remark;
  const page = `${SITE}/${name}/pull/${issue.number}`;
  return {
    ...{ id, node_id: `PRR_${id}`, body, state, html_url: `${page}#pullrequestreview-${id}` },
    ...{ pull_request_url: `${API}/repos/${name}/pulls/${issue.number}`, author_association: "MEMBER" },
    user: complete ? toUserJson(remark.author) : null,
    commit_id: blobSha(name),
    ...(complete && { submitted_at: toIsoSeconds(at) }),
  };
}

export function toReviewCommentJson({ name }: FakeRepo, issue: FakeGitHubIssue, remark: FakeRemark) {
  const { id, body, at, path, author, line, hunk = "@@ -1 +1 @@" } = remark;
  const page = `${SITE}/${name}/pull/${issue.number}`;
  return {
    ...{ id, node_id: `PRRC_${id}`, url: `${API}/repos/${name}/pulls/comments/${id}`, body, path },
    ...{
      html_url: `${page}#discussion_r${id}`,
      diff_hunk: hunk,
      ...(line !== undefined && { line }),
      user: toUserJson(author),
    },
    ...{ pull_request_url: `${API}/repos/${name}/pulls/${issue.number}`, author_association: "MEMBER" },
    ...{ pull_request_review_id: id, commit_id: blobSha(name), original_commit_id: blobSha(name) },
    ...{ created_at: toIsoSeconds(at), updated_at: toIsoSeconds(at) },
  };
}

export function toTreeJson({ name, files, truncated }: FakeRepo, { complete }: ReplyOptions) {
  const tree = [...files].map(([path, { text }]) => ({
    ...{ path, mode: "100644", type: "blob", sha: blobSha(text) },
    ...(complete && {
      size: Buffer.byteLength(text),
      url: `${API}/repos/${name}/git/blobs/${blobSha(text)}`,
    }),
  }));
  return { sha: blobSha(JSON.stringify(tree)), url: `${API}/repos/${name}/git/trees/main`, tree, truncated };
}

export function toBlobJson({ name }: FakeRepo, text: string) {
  const sha = blobSha(text);
  const content = Buffer.from(text).toString("base64").replace(/.{60}/g, "$&\n");
  const size = Buffer.byteLength(text);
  const url = `${API}/repos/${name}/git/blobs/${sha}`;
  return { sha, node_id: `B_${sha}`, size, url, content, encoding: "base64" };
}

export function toCommitJson({ name }: FakeRepo, at: number, { complete }: ReplyOptions) {
  const sha = blobSha(String(at));
  const signature = { name: "Ada Lovelace", email: "ada@acme.test", date: toIsoSeconds(at) };
  const author = complete ? signature : null;
  return {
    ...{ sha, node_id: `C_${sha}`, url: `${API}/repos/${name}/commits/${sha}` },
    html_url: `${SITE}/${name}/commit/${sha}`,
    commit: { message: "Write it down", comment_count: 0, author, committer: author },
    ...{ author: complete ? toUserJson("ada") : null, parents: [] },
  };
}
