import type { ItemsPage } from "../../../model/pull-page";
import { EMPTY_ITEMS, mergeItems } from "../../shared/pull/items-page";
import type { GitHubClient, GraphQlRequest } from "../client";
import { discussionPage, IDS_QUERY, LIST_QUERY, SINGLE_QUERY, singleDiscussion } from "./discussion-schema";
import { deliverDiscussion, describeDiscussion, discussionId } from "./to-discussion-document";

/** Discussions of one page: each may have a hundred comments with thirty replies. */
const DISCUSSIONS_PER_PAGE = 10;
const IDS_PER_PAGE = 100;

export interface DiscussionPage {
  readonly items: readonly unknown[];
  readonly next?: string;
}

/** One page of a repository's discussions, newest update first; empty when this person may not read them. */
export async function listDiscussions(
  client: GitHubClient,
  repo: string,
  after: string | undefined,
): Promise<DiscussionPage> {
  const variables = { ...variablesOf(repo), first: DISCUSSIONS_PER_PAGE, after };
  return (await readPage(client, { query: LIST_QUERY, variables })) ?? { items: [] };
}

/** Ids of all discussions; undefined when this person may not read them. */
export async function listDiscussionIds(
  client: GitHubClient,
  repo: string,
): Promise<readonly string[] | undefined> {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const variables = { ...variablesOf(repo), first: IDS_PER_PAGE, after };
    const page: DiscussionPage | undefined = await readPage(client, { query: IDS_QUERY, variables });
    if (!page) return undefined;
    ids.push(...page.items.map((raw) => describeDiscussion(repo, raw).id));
    after = page.next === after ? undefined : page.next;
  } while (after !== undefined);
  return ids;
}

/** The current state of a discussion; one that is gone or forbidden is a deletion. */
export async function fetchDiscussion(
  client: GitHubClient,
  repo: string,
  number: number,
): Promise<ItemsPage> {
  const variables = { ...variablesOf(repo), number };
  const found = await client.query({ query: SINGLE_QUERY, variables }, singleDiscussion);
  const raw = found?.repository.discussion ?? undefined;
  if (raw === undefined) return { ...EMPTY_ITEMS, deletions: [discussionId(repo, number)] };
  return mergeItems([deliverDiscussion(repo, raw)]);
}

async function readPage(client: GitHubClient, request: GraphQlRequest): Promise<DiscussionPage | undefined> {
  const found = await client.query(request, discussionPage);
  if (!found) return undefined;
  const { nodes, pageInfo } = found.repository.discussions;
  return { items: nodes, ...(pageInfo.hasNextPage && pageInfo.endCursor && { next: pageInfo.endCursor }) };
}

function variablesOf(repo: string): { readonly owner: string; readonly name: string } {
  const [owner = "", name = ""] = repo.split("/");
  return { owner, name };
}
