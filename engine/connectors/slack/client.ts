import type * as z from "zod";
import { SignInError } from "../../errors/sign-in-error";
import { UnavailableError } from "../../errors/unavailable-error";
import type { Fetch } from "../../ports/fetch";
import { paginate } from "../shared/http/paginate";
import { readJson } from "../shared/http/read-json";
import { type SlackConversation, toConversation } from "./messages/conversation";
import { type SlackMessage, toMessages } from "./messages/message";
import {
  channelReply,
  conversationsReply,
  envelope,
  messagesReply,
  rawUserGroup,
  searchReply,
  userGroupsReply,
  userReply,
} from "./schema";

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
  /** Every conversation that the person is a member of; one without an id is undefined. */
  conversations(types: string): Promise<readonly (SlackConversation | undefined)[]>;
  /** Newest first. */
  history(channel: string, between: HistoryBounds): Promise<MessagesPage | undefined>;
  /** The first message and its replies, oldest first. */
  replies(thread: {
    readonly channel: string;
    readonly ts: string;
    readonly next?: string | undefined;
  }): Promise<MessagesPage | undefined>;
  userName(id: string): Promise<string | undefined>;
  channelName(id: string): Promise<string | undefined>;
  /** Handles by id; empty without the scope for them. */
  userGroups(): Promise<ReadonlyMap<string, string>>;
  search(query: string, count: number): Promise<readonly unknown[]>;
}

export function createSlackClient(api: Fetch, signal: AbortSignal): SlackClient {
  return {
    conversations: async (types) => {
      const all: (SlackConversation | undefined)[] = [];
      const fetchPage = (cursor: string | undefined) => {
        const params = { types, limit: PAGE_SIZE, cursor };
        return callMethod(api, { method: "users.conversations", params, signal }, conversationsReply);
      };
      const nextOf = (reply: Awaited<ReturnType<typeof fetchPage>>) => reply?.response_metadata?.next_cursor;
      for await (const reply of paginate(fetchPage, nextOf))
        all.push(...(reply?.channels ?? []).map(toConversation));
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
    userName: async (id) => {
      const gone = ["user_not_found", "user_not_visible", "missing_scope", "users_not_found"];
      const callOptions = { method: "users.info", params: { user: id }, signal, gone };
      const { profile, real_name, name } = (await callMethod(api, callOptions, userReply))?.user ?? {};
      return profile?.display_name || profile?.real_name || real_name || name || undefined;
    },
    channelName: async (id) => {
      const gone = [...NOT_FOUND_ERRORS, "missing_scope"];
      const callOptions = { method: "conversations.info", params: { channel: id }, signal, gone };
      return (await callMethod(api, callOptions, channelReply))?.channel?.name || undefined;
    },
    userGroups: async () => {
      const gone = [
        "missing_scope",
        "not_allowed_token_type",
        "no_permission",
        "access_denied",
        "plan_upgrade_required",
      ];
      const callOptions = { method: "usergroups.list", params: { include_disabled: "true" }, signal, gone };
      const groups = (await callMethod(api, callOptions, userGroupsReply))?.usergroups ?? [];
      return new Map(
        groups.flatMap((raw) => {
          const { id = "", handle, name } = rawUserGroup.safeParse(raw).data ?? {};
          const shown = handle || name;
          return shown ? [[id, shown] as const] : [];
        }),
      );
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
  const reply = await readJson(response, { schema: envelope, from: "Slack" });
  const error = reply.error || `status ${response.status}`;
  if (reply.ok) return readJson(copy, { schema, from: "Slack" });
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
