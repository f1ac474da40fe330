import * as z from "zod";
import type { ItemsPage } from "../../model/pull-page";
import { lostFields } from "../shared/parse/lost-fields";
import { toUnidentified } from "../shared/parse/unidentified";
import { mergeItems } from "../shared/pull/items-page";
import type { GitHubClient } from "./client";
import {
  comment,
  type GitHubIssue,
  issue,
  listedIssue,
  relatedIssue,
  review,
  reviewComment,
  timelineEvent,
} from "./schema";
import { type Discussion, issueId, issueVersion, toIssueDocument } from "./to-document";

/** The largest page that GitHub allows. */
const MAX_PER_PAGE_QUERY = "per_page=100";

export interface DescribedIssue {
  readonly id: string;
  readonly version: string;
  /** Milliseconds since the epoch; NaN when GitHub gives none. */
  readonly updatedAt: number;
}

/** Id, version and time of a listed issue; of its failure, when it has no number. */
export function describeIssue(repo: string, raw: unknown): DescribedIssue {
  const number = listedIssue.pick({ number: true }).safeParse(raw).data?.number;
  if (number === undefined) return { ...toUnidentified(raw, "GitHub"), updatedAt: Number.NaN };
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
    const lost = lostFields(raw, parsed.data, Object.keys(issue.shape));
    const discussion = await readDiscussion(client, { repo, of: parsed.data, lost });
    return { documents: [toIssueDocument(repo, parsed.data, discussion)] };
  }
  const { id, version } = describeIssue(repo, raw);
  if (id.startsWith("unidentified:")) return { failures: [toUnidentified(raw, "GitHub")] };
  const [wrong] = parsed.error.issues;
  const reason = `Cannot read ${id.slice("issue:".length)}: its ${wrong?.path.join(".") || "shape"} is not as documented`;
  const failure = { id, title: id, url: "", version, outcome: "failed", code: "read-item", reason } as const;
  return { failures: [failure] };
}

/** Pages of a hundred events that are read of an issue's history. */
const MAX_TIMELINE_PAGES = 3;

interface DiscussionRequest {
  readonly repo: string;
  readonly of: GitHubIssue;
  /** Fields of the issue that were not as documented. */
  readonly lost: readonly string[];
}

async function readDiscussion(
  client: GitHubClient,
  { repo, of, lost }: DiscussionRequest,
): Promise<Discussion> {
  const issuePath = `/repos/${repo}/issues/${of.number}`;
  const pullPath = `/repos/${repo}/pulls/${of.number}`;
  const read = <Shape>(path: string, schema: z.ZodType<Shape>, maxPages?: number) =>
    readSome(client, { path: `${path}?${MAX_PER_PAGE_QUERY}`, schema, maxPages });
  const [comments, reviews, reviewComments, events, subIssues, parent] = await Promise.all([
    // An absent count may be any number.
    of.comments === 0 ? NOTHING : read(`${issuePath}/comments`, comment),
    of.pull_request ? read(`${pullPath}/reviews`, review) : NOTHING,
    of.pull_request ? read(`${pullPath}/comments`, reviewComment) : NOTHING,
    // Nothing has happened to it yet.
    of.updated_at === of.created_at
      ? NOTHING
      : read(`${issuePath}/timeline`, timelineEvent, MAX_TIMELINE_PAGES),
    of.sub_issues_summary?.total ? read(`${issuePath}/sub_issues`, relatedIssue, 1) : NOTHING,
    readParent(client, of),
  ]);
  return {
    ...{ comments: comments.items, reviews: reviews.items, reviewComments: reviewComments.items },
    ...{ events: events.items, subIssues: subIssues.items, parent },
    notes: [
      ...(lost.length > 0 ? [`Fields that could not be read: ${lost.join(", ")}`] : []),
      ...noteLost(comments.lost + reviewComments.lost, "comments"),
      ...noteLost(reviews.lost, "reviews"),
      ...noteLost(events.lost, "events"),
      ...noteLost(subIssues.lost, "sub-issues"),
      ...(events.complete ? [] : [`Only the first ${events.items.length} events of its history are read`]),
      ...(subIssues.complete ? [] : [`Only its first ${subIssues.items.length} sub-issues are named`]),
    ],
  };
}

function noteLost(count: number, what: string): readonly string[] {
  return count > 0 ? [`${count} of its ${what} could not be read`] : [];
}

/** GitHub gives the address of the parent issue; one that may not be read is named by it. */
async function readParent(client: GitHubClient, { parent_issue_url }: GitHubIssue) {
  const [, path, number] = /(\/repos\/[^/]+\/[^/]+\/issues\/(\d+))$/.exec(parent_issue_url ?? "") ?? [];
  if (path === undefined) return undefined;
  const found = relatedIssue.safeParse(await client.find(path, z.looseObject({}))).data;
  return found ?? { number: Number(number), repository_url: path };
}

interface ReadItems<Shape> {
  readonly items: readonly Shape[];
  /** Number of items that were not as documented: a malformed comment must not lose the discussion. */
  readonly lost: number;
  /** False when there are more pages than were read. */
  readonly complete: boolean;
}

const NOTHING: ReadItems<never> = { items: [], lost: 0, complete: true };

async function readSome<Shape>(
  client: GitHubClient,
  { path, schema, maxPages }: { path: string; schema: z.ZodType<Shape>; maxPages: number | undefined },
): Promise<ReadItems<Shape>> {
  let complete = true;
  const parsed = await client.all(path, (raw) => [schema.safeParse(raw).data], {
    maxPages,
    onMore: () => {
      complete = false;
    },
  });
  const items = (parsed ?? []).filter((item) => item !== undefined);
  return { items, lost: (parsed?.length ?? 0) - items.length, complete };
}
