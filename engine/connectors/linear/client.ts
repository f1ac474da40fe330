import type * as z from "zod";
import { ExpiredCursorError } from "../../errors/expired-cursor-error";
import { NotFoundError } from "../../errors/not-found-error";
import { UnavailableError } from "../../errors/unavailable-error";
import type { Fetch } from "../../ports/fetch";
import { paginate } from "../shared/http/paginate";
import { readJson } from "../shared/http/read-json";
import { MAX_MESSAGES } from "../shared/pull/max-messages";
import { READ_COMMENTS } from "./queries";
import { graphQlReply, type LinearComments, listReply, parseComments } from "./schema";

const ENDPOINT = "https://api.linear.app/graphql";

/** What a plan or a role does not include. */
const WITHOUT_ACCESS: ReadonlySet<string> = new Set(["FORBIDDEN", "FEATURE_NOT_ACCESSIBLE"]);

/** One page of a list; its nodes are not validated yet. */
export interface LinearPage {
  readonly nodes: readonly unknown[];
  readonly next?: string;
}

export interface LinearClient {
  /**
   * Returns the data of the reply. Rejects with ExpiredCursorError when `after` has expired, UnavailableError when
   * the reply has errors instead of data, NotFoundError when the person may not read it, and with every error of `api`.
   */
  runQuery<Shape>(query: string, variables: object, schema: z.ZodType<Shape>): Promise<Shape>;
  /** Returns a page of the list that the query selects. */
  list(query: string, variables: object): Promise<LinearPage>;
  /** Returns every node of such a list. */
  listAll(query: string, variables: object): Promise<readonly unknown[]>;
  /**
   * Comments that match, newest first, for items with more than are included; it stops after the maximum for a
   * document.
   */
  commentsOf(filter: object): Promise<LinearComments>;
}

export function createLinearClient(api: Fetch, signal: AbortSignal): LinearClient {
  async function ask<Shape>(query: string, variables: object, schema: z.ZodType<Shape>): Promise<Shape> {
    const response = await api(ENDPOINT, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ query, variables }),
      signal,
    });
    const { data, errors } = await readJson(response, { schema: graphQlReply, from: "Linear" });
    if (data === undefined || data === null) {
      const reason = errors?.[0]?.message.slice(0, 200) ?? `status is ${response.status}`;
      if (/cursor/i.test(reason) && "after" in variables) {
        throw new ExpiredCursorError(`Cannot go on with a list of Linear's: ${reason}`);
      }
      const code = errors?.[0]?.extensions?.code?.toUpperCase() ?? "";
      if (WITHOUT_ACCESS.has(code)) throw new NotFoundError(`Linear does not show this: ${reason}`);
      throw new UnavailableError(`Cannot read from Linear: ${reason}`);
    }
    const parsed = schema.safeParse(data);
    if (parsed.success) return parsed.data;
    const path = parsed.error.issues[0]?.path.join(".");
    throw new UnavailableError(
      `Cannot read the answer of Linear: ${path || "the data"} is not as documented`,
      {
        cause: parsed.error,
      },
    );
  }

  async function list(query: string, variables: object): Promise<LinearPage> {
    const page = await ask(query, variables, listReply);
    if (!page) throw new UnavailableError("Cannot read the answer of Linear: it holds no list");
    const { nodes, pageInfo } = page;
    return { nodes, ...(pageInfo?.hasNextPage && pageInfo.endCursor && { next: pageInfo.endCursor }) };
  }

  function pages(query: string, variables: object): AsyncGenerator<LinearPage> {
    const ask = (after: string | undefined) =>
      list(query, { ...variables, ...(after !== undefined && { after }) });
    return paginate(ask, ({ next }) => next);
  }

  async function listAll(query: string, variables: object): Promise<readonly unknown[]> {
    const all: unknown[] = [];
    for await (const { nodes } of pages(query, variables)) all.push(...nodes);
    return all;
  }

  return {
    runQuery: ask,
    list,
    listAll,
    commentsOf: async (filter) => {
      const found: unknown[] = [];
      for await (const { nodes } of pages(READ_COMMENTS, { filter, first: 100 })) {
        found.push(...nodes);
        if (found.length > MAX_MESSAGES) break;
      }
      return { ...parseComments(found), hasMore: false };
    },
  };
}
