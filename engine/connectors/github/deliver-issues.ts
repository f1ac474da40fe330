import type * as z from "zod";
import type { ItemsPage } from "../../model/pull-page";
import { mergeItems } from "../shared/pull/items-page";
import type { GitHubClient } from "./client";
import { comment, type GitHubIssue, issue, listedIssue, review, reviewComment } from "./schema";
import { type Discussion, issueId, issueVersion, toIssueDocument } from "./to-document";

/** The largest page that GitHub allows. */
const MAX_PER_PAGE_QUERY = "per_page=100";

export interface DescribedIssue {
  readonly id: string;
  readonly version: string;
  /** Milliseconds since the epoch; NaN when GitHub gives none. */
  readonly updatedAt: number;
}

/** Id, version and time of a listed issue; undefined for anything else. */
export function describeIssue(repo: string, raw: unknown): DescribedIssue | undefined {
  const number = listedIssue.pick({ number: true }).safeParse(raw).data?.number;
  if (number === undefined) return undefined;
  const updatedAt = listedIssue.safeParse(raw).data?.updated_at ?? Number.NaN;
  return { id: issueId(repo, number), version: issueVersion(updatedAt), updatedAt };
}

/** Delivers issues of lists and single replies, with their discussions. */
export async function deliverIssues(
  client: GitHubClient,
  repo: string,
  raws: readonly unknown[],
): Promise<ItemsPage> {
  return mergeItems(await Promise.all(raws.map((raw) => deliverIssue(client, repo, raw))));
}

async function deliverIssue(client: GitHubClient, repo: string, raw: unknown): Promise<Partial<ItemsPage>> {
  const parsed = issue.safeParse(raw);
  if (parsed.success) {
    const discussion = await readDiscussion(client, repo, parsed.data);
    return { documents: [toIssueDocument(repo, parsed.data, discussion)] };
  }
  const described = describeIssue(repo, raw);
  if (!described) return {};
  const { id, version } = described;
  const [wrong] = parsed.error.issues;
  const reason = `Cannot read ${id.slice("issue:".length)}: its ${wrong?.path.join(".") || "shape"} is not as documented`;
  const failure = { id, title: id, url: "", version, outcome: "failed", code: "read-item", reason } as const;
  return { failures: [failure] };
}

async function readDiscussion(client: GitHubClient, repo: string, of: GitHubIssue): Promise<Discussion> {
  const root = `/repos/${repo}`;
  const read = <Shape>(path: string, schema: z.ZodType<Shape>) => readAll(client, path, schema);
  const [comments, reviews, reviewComments] = await Promise.all([
    // An absent count may be any number.
    of.comments === 0 ? [] : read(`${root}/issues/${of.number}/comments?${MAX_PER_PAGE_QUERY}`, comment),
    of.pull_request ? read(`${root}/pulls/${of.number}/reviews?${MAX_PER_PAGE_QUERY}`, review) : [],
    of.pull_request ? read(`${root}/pulls/${of.number}/comments?${MAX_PER_PAGE_QUERY}`, reviewComment) : [],
  ]);
  return { comments, reviews, reviewComments };
}

/** The readable items of a list: a malformed comment must not lose the discussion. */
async function readAll<Shape>(
  client: GitHubClient,
  path: string,
  schema: z.ZodType<Shape>,
): Promise<readonly Shape[]> {
  return (await client.all<Shape>(path, (raw) => schema.safeParse(raw).data ?? [])) ?? [];
}
