import type * as z from "zod";
import { SignInError } from "../../errors/sign-in-error";
import { UnavailableError } from "../../errors/unavailable-error";
import type { Fetch } from "../../ports/fetch";
import { paginate } from "../shared/http/paginate";
import { readJson } from "../shared/http/read-json";
import { type SlackConversation, toConversation } from "./messages/conversation";
import { type SlackMessage, toMessages } from "./messages/message";
import { conversationsReply, envelope, messagesReply, searchReply, userReply } from "./schema";

const BASE = "https://slack.com/api/";
/** Slack's recommended maximum; an app with a lower limit gets fewer. */
const PAGE_SIZE = 200;

export interface MessagesPage {
  readonly messages: readonly SlackMessage[];
  readonly hasMore: boolean;
  readonly next?: string;
}

export interface HistoryBounds {
  /** Only messages before this `ts`. */
  readonly before?: string | undefined;
  /** Only messages after this `ts`. */
  readonly after?: string | undefined;
}

/** Slack's methods. `undefined` means not found or not visible to this person. */
export interface SlackClient {
  /** Every conversation that the person is a member of. */
  conversations(types: string): Promise<readonly SlackConversation[]>;
  /** Newest first. */
  history(channel: string, between: HistoryBounds): Promise<MessagesPage | undefined>;
  /** The first message and its replies, oldest first. */
  replies(thread: {
    readonly channel: string;
    readonly ts: string;
    readonly next?: string | undefined;
  }): Promise<MessagesPage | undefined>;
  user(id: string): Promise<z.infer<typeof userReply>["user"] | undefined>;
  search(query: string, count: number): Promise<readonly unknown[]>;
}

export function createSlackClient(api: Fetch, signal: AbortSignal): SlackClient {
  return {
    conversations: async (types) => {
      const all: SlackConversation[] = [];
      const fetchPage = (cursor: string | undefined) => {
        const params = { types, limit: PAGE_SIZE, cursor };
        return callMethod(api, { method: "users.conversations", params, signal }, conversationsReply);
      };
      const nextOf = (reply: Awaited<ReturnType<typeof fetchPage>>) => reply?.response_metadata?.next_cursor;
      for await (const reply of paginate(fetchPage, nextOf))
        all.push(...(reply?.channels ?? []).flatMap((raw) => toConversation(raw) ?? []));
      return all;
    },
    history: async (channel, { before, after }) => {
      const params = { channel, limit: PAGE_SIZE, latest: before, oldest: after };
      const callOptions = { method: "conversations.history", params, signal, gone: NOT_FOUND_ERRORS };
      return toPage(await callMethod(api, callOptions, messagesReply));
    },
    replies: async ({ channel, ts, next }) => {
      const params = { channel, ts, limit: PAGE_SIZE, cursor: next };
      const callOptions = { method: "conversations.replies", params, signal, gone: NOT_FOUND_ERRORS };
      return toPage(await callMethod(api, callOptions, messagesReply));
    },
    user: async (id) => {
      const gone = ["user_not_found", "user_not_visible", "missing_scope", "users_not_found"];
      return (await callMethod(api, { method: "users.info", params: { user: id }, signal, gone }, userReply))
        ?.user;
    },
    search: async (query, count) => {
      // A bot's token cannot search.
      const gone = ["not_allowed_token_type", "missing_scope"];
      const params = { query, count, sort: "score" };
      return (
        (await callMethod(api, { method: "search.messages", params, signal, gone }, searchReply))?.messages
          .matches ?? []
      );
    },
  };
}

const NOT_FOUND_ERRORS = ["channel_not_found", "not_in_channel", "thread_not_found", "message_not_found"];
const FORBIDDEN_ERRORS = new Set([
  "missing_scope",
  "not_allowed_token_type",
  "no_permission",
  "access_denied",
]);

interface Call {
  readonly method: string;
  readonly params: Readonly<Record<string, string | number | undefined>>;
  readonly signal: AbortSignal;
  /** Errors that mean "not found for this person". */
  readonly gone?: readonly string[];
}

/**
 * Calls one method. Rejects with SignInError when the token lacks a scope, UnavailableError for any other error of
 * Slack's, and with every error of `api`.
 */
export async function callMethod<Shape>(
  api: Fetch,
  { method, params, signal, gone = [] }: Call,
  schema: z.ZodType<Shape>,
): Promise<Shape | undefined> {
  const query = Object.entries(params).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  const response = await api(`${BASE}${method}?${new URLSearchParams(query)}`, { signal });
  const copy = response.clone();
  const { ok, error = `status ${response.status}` } = await readJson(response, {
    schema: envelope,
    from: "Slack",
  });
  if (ok) return readJson(copy, { schema, from: "Slack" });
  if (gone.includes(error)) return undefined;
  if (FORBIDDEN_ERRORS.has(error)) {
    throw new SignInError(
      `Slack does not let Atlas use ${method}: sign in again and allow what is asked for`,
    );
  }
  throw new UnavailableError(`Cannot read from Slack: ${method} answered "${error}"`);
}

function toPage(reply: z.infer<typeof messagesReply> | undefined): MessagesPage | undefined {
  if (!reply) return undefined;
  const next = reply.response_metadata?.next_cursor;
  return { messages: toMessages(reply.messages), hasMore: reply.has_more ?? false, ...(next && { next }) };
}
