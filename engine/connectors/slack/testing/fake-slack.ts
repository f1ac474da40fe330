import { createFakeOAuthServer, type FakeOAuthServer } from "../../../auth/testing/fake-oauth-server";
import type { FakeVendor, FakeVendorOptions } from "../../../testing/fakes/fake-vendor";
import {
  ADA,
  createFakeSlackData,
  type FakeMessage,
  type FakeSlackData,
  GENERAL,
  GRACE,
} from "./fake-slack-data";

/** Slack's Web API and OAuth endpoints. An item of `create` is a thread in #general. */
export interface FakeSlack extends FakeVendor {
  /** The only OAuth client it knows. */
  readonly clientId: string;
  readonly oauth: FakeOAuthServer;
  readonly data: FakeSlackData;
  /** The token lacks the scope for this method. */
  denyMethod(method: string): void;
  /** How often a method was called. */
  calls(method: string): number;
}

const OAUTH = {
  clientId: "slack-client",
  dialect: "slack",
  endpoints: {
    authorize: "https://slack.com/oauth/v2/authorize",
    token: "https://slack.com/api/oauth.v2.access",
    revoke: "https://slack.com/api/auth.revoke",
  },
  prefix: "xoxp",
} as const;
const WORKSPACE = "https://acme.slack.com/";
/** A channel that the person is not in, and a user group. */
export const ELSEWHERE = "C0ELSEWHERE";
export const ADMINS = "S0614TZR7";

export function createFakeSlack({ now, pageSize = 100 }: FakeVendorOptions): FakeSlack {
  const oauth = createFakeOAuthServer({ ...OAUTH, now });
  const data = createFakeSlackData(now);
  const view: FakeSlackView = { data, pageSize, hidden: new Set(), isSparse: false };
  const denied = new Set<string>();
  const calls: string[] = [];
  const items = new Map<string, string>();
  const start = (name: string, text: string | null) => {
    const ts = data.post(GENERAL, text);
    data.post(GENERAL, "Sounds good, <@U012AB3CDE>", { thread_ts: ts, user: GRACE });
    items.set(name, ts);
    return `thread:${GENERAL}:${ts}`;
  };
  return {
    ...{ clientId: OAUTH.clientId, oauth, data },
    hosts: ["slack.com"],
    token: oauth.tokens.issue(),
    account: { id: `T12345678:${ADA}`, name: "Acme (ada)", details: { url: WORKSPACE } },
    handle: async (request) => {
      if (oauth.owns(request)) return oauth.handle(request);
      const token = (request.headers.get("Authorization") ?? "").replace(/^Bearer /, "");
      // Slack's errors have status 200.
      if (!oauth.tokens.isValid(token)) return failure(token === "" ? "not_authed" : "invalid_auth");
      const { pathname, searchParams } = new URL(request.url);
      const name = pathname.replace("/api/", "");
      calls.push(name);
      if (denied.has(name)) return failure("missing_scope");
      const method = METHODS[name];
      return method ? method(view, searchParams) : failure("unknown_method");
    },
    create: (name) => start(name, `Look into *${name}*`),
    update: (name) => data.edit(GENERAL, items.get(name) ?? "", `More about ${name} at ${now()}`),
    remove: (name) => data.delete(GENERAL, items.get(name) ?? ""),
    forbid: (name) => view.hidden.add(items.get(name) ?? ""),
    createMalformed: (name) => start(name, null),
    omitOptional: () => {
      view.isSparse = true;
    },
    denyMethod: (method) => denied.add(method),
    calls: (method) => calls.filter((each) => each === method).length,
    revokeTokens: () => oauth.revokeAll(),
    limitReply: (seconds) => {
      const headers = seconds === undefined ? undefined : { "Retry-After": String(seconds) };
      return Response.json({ ok: false, error: "ratelimited" }, { status: 429, ...(headers && { headers }) });
    },
  };
}

/** What the token's user may read. */
interface FakeSlackView {
  readonly data: FakeSlackData;
  readonly pageSize: number;
  readonly hidden: Set<string>;
  isSparse: boolean;
}

type Method = (view: FakeSlackView, query: URLSearchParams) => Response;

const USERS: Readonly<Record<string, object>> = {
  [ADA]: { id: ADA, name: "ada", real_name: "Ada Lovelace", profile: { display_name: "ada.l" } },
  USLACKBOT: {
    id: "USLACKBOT",
    name: "slackbot",
    real_name: "Slackbot",
    profile: { display_name: "Slackbot" },
  },
  [GRACE]: { id: GRACE, name: "grace", real_name: "Grace Hopper", profile: { display_name: "" } },
};

const METHODS: Readonly<Record<string, Method>> = {
  "auth.test": () =>
    success({ url: WORKSPACE, team: "Acme", team_id: "T12345678", user: "ada", user_id: ADA }),
  "users.info": ({ isSparse }, query) => {
    const user = USERS[query.get("user") ?? ""];
    if (!user) return failure("user_not_found");
    const { id, name } = user as { id: string; name: string };
    return success({ user: isSparse ? { id, name } : user });
  },
  // A channel that the person is not in.
  "conversations.info": ({ data }, query) => {
    const id = query.get("channel") ?? "";
    const name = data.channels.get(id)?.name ?? (id === ELSEWHERE ? "elsewhere" : undefined);
    return name === undefined ? failure("channel_not_found") : success({ channel: { id, name } });
  },
  "usergroups.list": () =>
    success({ usergroups: [{ id: ADMINS, handle: "admins", name: "Team Admins", deleted_by: null }] }),
  "users.conversations": (view, query) => {
    const types = new Set((query.get("types") ?? "public_channel").split(","));
    const kindOf = (channel: { is_im: boolean; is_mpim: boolean; is_private: boolean }) =>
      channel.is_im
        ? "im"
        : channel.is_mpim
          ? "mpim"
          : channel.is_private
            ? "private_channel"
            : "public_channel";
    const channels = [...view.data.channels.values()].filter((channel) => types.has(kindOf(channel)));
    const at = Number(query.get("cursor") ?? 0);
    const end = at + pageOf(view, query);
    const next = end < channels.length ? String(end) : "";
    return success({ channels: channels.slice(at, end), response_metadata: { next_cursor: next } });
  },
  "conversations.history": (view, query) => {
    const channel = query.get("channel") ?? "";
    if (!view.data.channels.has(channel)) return failure("channel_not_found");
    const [oldest, latest] = [query.get("oldest") ?? "0", query.get("latest") ?? "9"];
    const all = view.data
      .history(channel)
      .filter(({ ts }) => !view.hidden.has(ts) && ts > oldest && ts < latest);
    const messages = all
      .slice(0, pageOf(view, query))
      .map((message) => toMessageJson(view, channel, message));
    const isMore = messages.length < all.length;
    return success({ messages, has_more: isMore, ...next(isMore, `bmV4dF90czo${messages.length}`) });
  },
  "conversations.replies": (view, query) => {
    const [channel = "", ts = ""] = [query.get("channel") ?? "", query.get("ts") ?? ""];
    if (!view.data.channels.has(channel)) return failure("channel_not_found");
    const [first, ...replies] = view.data.thread(channel, ts);
    if (!first || first.ts !== ts || view.hidden.has(ts)) return failure("thread_not_found");
    const at = Number(query.get("cursor") ?? 0);
    const end = at + pageOf(view, query);
    // Every page starts with the first message.
    const messages = [first, ...replies.slice(at, end)].map((message) =>
      toMessageJson(view, channel, message),
    );
    return success({ messages, has_more: end < replies.length, ...next(end < replies.length, String(end)) });
  },
  "search.messages": ({ data, hidden }, query) => {
    const words = (query.get("query") ?? "").replace(/\b(after|before):\S+/g, "").trim();
    const matches = [...data.channels.values()].flatMap((channel) =>
      data
        .all(channel.id)
        .filter(({ ts, text }) => !hidden.has(ts) && text?.includes(words))
        .map(({ type, ts, text, user, thread_ts, blocks, attachments, files }) => {
          const link = `${WORKSPACE}archives/${channel.id}/p${ts.replace(".", "")}`;
          const permalink = thread_ts && thread_ts !== ts ? `${link}?thread_ts=${thread_ts}` : link;
          const { id, name, is_mpim, is_private } = channel;
          const place = { id, name, is_mpim, is_private };
          const content = {
            text,
            ...(blocks && { blocks }),
            ...(attachments && { attachments }),
            ...(files && { files }),
          };
          return {
            type,
            ts,
            user,
            ...content,
            username: "login",
            team: "T12345678",
            permalink,
            channel: place,
          };
        }),
    );
    const most = Number(query.get("count") ?? 20);
    return success({
      query: words,
      messages: { total: matches.length, matches: matches.slice(0, most) },
    });
  },
};

/** The requested size, up to the fake's maximum. */
function pageOf({ pageSize }: FakeSlackView, query: URLSearchParams): number {
  return Math.min(Number(query.get("limit") ?? 100), pageSize);
}

function next(isMore: boolean, cursor: string): object {
  return isMore ? { response_metadata: { next_cursor: cursor } } : {};
}

/** The first message of a thread has the count of its replies. */
function toMessageJson({ data, isSparse }: FakeSlackView, channel: string, message: FakeMessage): object {
  const { type, ts, user, text, thread_ts, subtype } = message;
  const requiredFields = { type, ts, user, ...(text !== null && { text }), ...(thread_ts && { thread_ts }) };
  if (isSparse) return { ...requiredFields, ...(subtype && { subtype }) };
  const replies = thread_ts === ts ? data.thread(channel, ts).slice(1) : [];
  const latest = replies.at(-1)?.ts;
  return {
    ...message,
    ...requiredFields,
    ...(thread_ts === ts && { reply_count: replies.length, ...(latest && { latest_reply: latest }) }),
  };
}

function success(fields: object): Response {
  return Response.json({ ok: true, ...fields });
}

function failure(error: string): Response {
  return Response.json({ ok: false, error });
}
