import type { gmail_v1 } from "@googleapis/gmail";
import type { FakeVendor, FakeVendorOptions } from "../../../testing/fakes/fake-vendor";
import {
  createFakeGoogleTokens,
  createInvalidReply,
  createNotFoundReply,
  type FakeGoogleTokens,
  limitReply,
} from "../../shared/vendors/google/testing/google-replies";
import { createFakeMailbox, type FakeMailbox } from "./fake-mailbox";
import { matchesQuery } from "./matches-query";

export interface FakeGmail extends FakeVendor {
  readonly mailbox: FakeMailbox;
  /** The address of every request so far. */
  readonly requests: readonly URL[];
}

const LABELS = new Map([["clients-north", "Label_7"]]);

/** A fake of Gmail's API, version 1. */
export function createFakeGmail({ now, pageSize = 500 }: FakeVendorOptions): FakeGmail {
  const tokens = createFakeGoogleTokens();
  const mailbox = createFakeMailbox(now);
  const requests: URL[] = [];
  const named = new Map<string, string>();
  const idOf = (name: string) => named.get(name) ?? "";
  const create = (name: string) => {
    const id = mailbox.receive({ subject: `About ${name}`, text: `Dear Mira,\n\nthis is about ${name}.\n` });
    named.set(name, id);
    return id;
  };
  let omitsOptional = false;
  return {
    hosts: ["gmail.googleapis.com"],
    token: tokens.token,
    account: { id: "mira@example.com", name: "mira@example.com" },
    mailbox,
    requests,
    handle: async (request) => {
      const url = new URL(request.url);
      requests.push(url);
      return tokens.rejectUnauthorized(request) ?? answer(url, { mailbox, tokens, pageSize, omitsOptional });
    },
    create,
    createMalformed: (name) => {
      const id = create(name);
      mailbox.change(id, { internalDate: null });
      return id;
    },
    update: (name) => {
      const text = `More about ${name}.\n\nOn 1 January 2025 Ada Byron <ada@example.com> wrote:\n> Dear Mira,\n`;
      mailbox.receive({ from: "Mira <mira@example.com>", subject: `Re: About ${name}`, text }, idOf(name));
    },
    remove: (name) => mailbox.removeThread(idOf(name)),
    omitOptional: () => {
      omitsOptional = true;
    },
    revokeTokens: tokens.revokeTokens,
    expireCursors: tokens.expireCursors,
    limitReply,
  };
}

interface FakeGmailState {
  readonly mailbox: FakeMailbox;
  readonly tokens: FakeGoogleTokens;
  /** Maximum number of items in a page. */
  readonly pageSize: number;
  readonly omitsOptional: boolean;
}

function answer(url: URL, state: FakeGmailState): Response {
  const { mailbox, tokens } = state;
  const path = url.pathname.replace(/^\/gmail\/v1\/users\/me/, "");
  if (path === "/profile") {
    const historyId = tokens.encode(mailbox.historyId());
    return Response.json({ emailAddress: "mira@example.com", historyId } satisfies gmail_v1.Schema$Profile);
  }
  if (path === "/labels") {
    const labels = [
      ...["INBOX", "UNREAD", "STARRED", "TRASH", "SPAM", "DRAFT", "CATEGORY_PROMOTIONS"].map((id) => ({
        ...{ id, name: id, type: "system" },
        ...(id !== "UNREAD" && { messageListVisibility: "hide", labelListVisibility: "labelHide" }),
      })),
      { id: "Label_7", name: "Clients/North", type: "user" },
      { id: "Label_8", name: "Travel", type: "user" },
    ];
    return Response.json({ labels } satisfies gmail_v1.Schema$ListLabelsResponse);
  }
  if (path === "/threads") return listThreads(url, state);
  if (path === "/history") return listHistory(url, state);
  const [, attachmentId] = /^\/messages\/[^/]+\/attachments\/([^/]+)$/.exec(path) ?? [];
  if (attachmentId !== undefined) return answerAttachment(mailbox.file(decodeURIComponent(attachmentId)));
  const thread = mailbox.threads().find(({ id }) => path === `/threads/${id}`);
  if (!thread) return createNotFoundReply("Requested entity was not found.");
  const messages = thread.messages
    .map(mailbox.replyOf)
    .map((message) => (state.omitsOptional ? required(message) : message));
  return Response.json({ ...thread, messages } satisfies gmail_v1.Schema$Thread);
}

function answerAttachment(data: string | undefined): Response {
  if (data === undefined) return createNotFoundReply("Requested entity was not found.");
  const size = Buffer.from(data, "base64url").length;
  return Response.json({ size, data } satisfies gmail_v1.Schema$MessagePartBody);
}

/** A read and archived message has no labels, and then no list of them. */
function required({ id, threadId, internalDate, payload }: gmail_v1.Schema$Message): gmail_v1.Schema$Message {
  return {
    ...(id !== undefined && { id }),
    ...(threadId !== undefined && { threadId }),
    ...(internalDate !== undefined && { internalDate }),
    ...(payload !== undefined && { payload }),
  };
}

function sizeOf({ searchParams }: URL, { pageSize }: FakeGmailState): number {
  return Math.min(Number(searchParams.get("maxResults") ?? 100), pageSize);
}

function listThreads(url: URL, state: FakeGmailState): Response {
  const { searchParams } = url;
  const q = searchParams.get("q") ?? "";
  const found = state.mailbox
    .threads()
    .filter(({ messages }) => messages.some((message) => matchesQuery(message, q, LABELS)));
  const page = state.tokens.page(found, { token: searchParams.get("pageToken"), size: sizeOf(url, state) });
  if (!page) return createInvalidReply("Invalid pageToken");
  // An empty list is left out.
  return Response.json({
    ...(page.items.length > 0 && {
      threads: page.items.map(({ id, historyId }) => ({ id, historyId, snippet: "" })),
    }),
    ...(page.next !== undefined && { nextPageToken: page.next }),
    resultSizeEstimate: found.length,
  } satisfies gmail_v1.Schema$ListThreadsResponse);
}

function listHistory(url: URL, state: FakeGmailState): Response {
  const { mailbox, tokens } = state;
  const { searchParams } = url;
  const since = tokens.decode(searchParams.get("startHistoryId") ?? "");
  // Gmail's reply to an expired history id.
  if (since === undefined) return createNotFoundReply("Requested entity was not found.");
  const asked = new Set(searchParams.getAll("historyTypes"));
  const entries = mailbox.history
    .filter(({ id }) => Number(id) > Number(since))
    .filter(
      ({ messagesAdded, messagesDeleted, labelsAdded, labelsRemoved }) =>
        (messagesAdded && asked.has("messageAdded")) ||
        (messagesDeleted && asked.has("messageDeleted")) ||
        (labelsAdded && asked.has("labelAdded")) ||
        (labelsRemoved && asked.has("labelRemoved")),
    );
  const page = tokens.page(entries, { token: searchParams.get("pageToken"), size: sizeOf(url, state) });
  if (!page) return createInvalidReply("Invalid pageToken");
  return Response.json({
    ...(page.items.length > 0 && { history: [...page.items] }),
    historyId: tokens.encode(mailbox.historyId()),
    ...(page.next !== undefined && { nextPageToken: page.next }),
  } satisfies gmail_v1.Schema$ListHistoryResponse);
}
