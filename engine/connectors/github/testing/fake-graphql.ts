import type { FakeDiscussion, FakeGitHubData, FakeRepo } from "./fake-github-data";
import { type ReplyOptions, toIsoSeconds } from "./github-json";

export interface GraphQlDeps {
  readonly data: FakeGitHubData;
  readonly pageSize: number;
  readonly replyOptions: ReplyOptions;
}

interface Variables {
  readonly owner: string;
  readonly name: string;
  readonly first?: number;
  readonly after?: string;
  readonly number?: number;
}

/** GitHub's GraphQL API, as far as discussions are read from it. */
export function answerGraphQl(deps: GraphQlDeps, body: unknown): object {
  const { query, variables } = body as { query: string; variables: Variables };
  const repo = deps.data.repos.get(`${variables.owner}/${variables.name}`);
  if (!repo || repo.hidden) return refusal("NOT_FOUND", "Could not resolve to a Repository.");
  if (!repo.showsDiscussions) return refusal("FORBIDDEN", "Resource not accessible by integration");
  if (query.includes("discussion(number:")) {
    const found = repo.discussions.get(variables.number ?? 0);
    if (!found) return refusal("NOT_FOUND", "Could not resolve to a Discussion.");
    return { data: { repository: { discussion: toDiscussionJson(repo, found, deps.replyOptions) } } };
  }
  const isOldestFirst = query.includes("CREATED_AT");
  const all = [...repo.discussions.values()].sort((a, b) =>
    isOldestFirst ? a.number - b.number : b.updatedAt - a.updatedAt || b.number - a.number,
  );
  const start = Number(variables.after ?? 0);
  const end = start + Math.min(deps.pageSize, variables.first ?? 30);
  const nodes = all
    .slice(start, end)
    .map((each) => (isOldestFirst ? toStamp(each) : toDiscussionJson(repo, each, deps.replyOptions)));
  const pageInfo = { hasNextPage: end < all.length, endCursor: nodes.length > 0 ? String(end) : null };
  return { data: { repository: { discussions: { pageInfo, nodes } } } };
}

/** GraphQL refuses with status 200. */
function refusal(type: string, message: string): object {
  return { data: { repository: null }, errors: [{ type, path: ["repository"], message }] };
}

function toStamp({ number, updatedAt }: FakeDiscussion) {
  return { number, updatedAt: toIsoSeconds(updatedAt) };
}

function toDiscussionJson(repo: FakeRepo, found: FakeDiscussion, { complete }: ReplyOptions) {
  const { number, title, body, createdAt, comments } = found;
  const url = `https://github.com/${repo.name}/discussions/${number}`;
  const at = toIsoSeconds(createdAt);
  const nodes = comments.map((comment, index) => {
    const replies = (comment.replies ?? []).map((text, reply) => ({
      ...{
        url: `${url}#discussioncomment-${index}-${reply}`,
        body: text,
        createdAt: at,
        author: { login: "ada" },
      },
    }));
    return {
      ...{ url: `${url}#discussioncomment-${index}`, body: comment.body, createdAt: at },
      ...{ isAnswer: comment.isAnswer ?? false, author: { login: comment.author } },
      replies: { totalCount: replies.length, nodes: replies },
    };
  });
  return {
    ...{ ...toStamp(found), title, url, body, createdAt: at, closed: false, stateReason: null },
    isAnswered: complete ? comments.some(({ isAnswer }) => isAnswer) : null,
    author: complete ? { login: "ada" } : null,
    category: complete ? { name: "Q&A" } : null,
    labels: complete ? { nodes: [{ name: "help" }] } : null,
    comments: { totalCount: nodes.length, nodes },
  };
}
