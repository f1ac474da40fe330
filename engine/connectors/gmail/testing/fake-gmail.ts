import type { gmail_v1 } from "@googleapis/gmail";
import type { FakeVendor, FakeVendorOptions } from "../../../testing/fake-vendor";
import {
  createGoogleDesk,
  type GoogleDesk,
  invalid,
  limitReply,
  notFound,
} from "../../google/testing/google-replies";
import { createMailbox, type Mailbox } from "./mailbox";
import { matchesQuery } from "./matches-query";

export interface FakeGmail extends FakeVendor {
  readonly mailbox: Mailbox;
  /** The address of every request answered so far. */
  readonly requests: readonly URL[];
}

const LABELS = new Map([["clients-north", "Label_7"]]);

/** A mailbox behind Gmail's API, version 1. */
export function createFakeGmail({ now, pageSize = 500 }: FakeVendorOptions): FakeGmail {
  const desk = createGoogleDesk();
  const mailbox = createMailbox(now);
  const requests: URL[] = [];
  const named = new Map<string, string>();
  const idOf = (name: string) => named.get(name) ?? "";
  const create = (name: string) => {
    const id = mailbox.receive({ subject: `About ${name}`, text: `Dear Mira,\n\nthis is about ${name}.\n` });
    named.set(name, id);
    return id;
  };
  let omitting = false;
  return {
    hosts: ["gmail.googleapis.com"],
    token: desk.token,
    account: { id: "mira@example.com", name: "mira@example.com" },
    mailbox,
    requests,
    handle: async (request) => {
      const url = new URL(request.url);
      requests.push(url);
      return desk.refusal(request) ?? answer(url, { mailbox, desk, pageSize, omitting });
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
      omitting = true;
    },
    revokeTokens: desk.revokeTokens,
    expireCursors: desk.expireCursors,
    limitReply,
  };
}

interface Inside {
  readonly mailbox: Mailbox;
  readonly desk: GoogleDesk;
  /** Most items of a page. */
  readonly pageSize: number;
  readonly omitting: boolean;
}

function answer(url: URL, inside: Inside): Response {
  const { mailbox, desk } = inside;
  const path = url.pathname.replace(/^\/gmail\/v1\/users\/me/, "");
  if (path === "/profile") {
    const historyId = desk.seal(mailbox.historyId());
    return Response.json({ emailAddress: "mira@example.com", historyId } satisfies gmail_v1.Schema$Profile);
  }
  if (path === "/labels") {
    const labels = [{ id: "Label_7", name: "Clients/North", type: "user" }];
    return Response.json({ labels } satisfies gmail_v1.Schema$ListLabelsResponse);
  }
  if (path === "/threads") return listThreads(url, inside);
  if (path === "/history") return listHistory(url, inside);
  const thread = mailbox.threads().find(({ id }) => path === `/threads/${id}`);
  if (!thread) return notFound("Requested entity was not found.");
  const messages = thread.messages.map((message) => (inside.omitting ? required(message) : message));
  return Response.json({ ...thread, messages } satisfies gmail_v1.Schema$Thread);
}

/** A message that was read and archived has no labels, and then no list of them. */
function required({ id, threadId, internalDate, payload }: gmail_v1.Schema$Message): gmail_v1.Schema$Message {
  return {
    ...(id !== undefined && { id }),
    ...(threadId !== undefined && { threadId }),
    ...(internalDate !== undefined && { internalDate }),
    ...(payload !== undefined && { payload }),
  };
}

function sizeOf({ searchParams }: URL, { pageSize }: Inside): number {
  return Math.min(Number(searchParams.get("maxResults") ?? 100), pageSize);
}

function listThreads(url: URL, inside: Inside): Response {
  const { searchParams } = url;
  const q = searchParams.get("q") ?? "";
  const found = inside.mailbox
    .threads()
    .filter(({ messages }) => messages.some((message) => matchesQuery(message, q, LABELS)));
  const page = inside.desk.page(found, { token: searchParams.get("pageToken"), size: sizeOf(url, inside) });
  if (!page) return invalid("Invalid pageToken");
  // An empty list is left out.
  return Response.json({
    ...(page.items.length > 0 && {
      threads: page.items.map(({ id, historyId }) => ({ id, historyId, snippet: "" })),
    }),
    ...(page.next !== undefined && { nextPageToken: page.next }),
    resultSizeEstimate: found.length,
  } satisfies gmail_v1.Schema$ListThreadsResponse);
}

function listHistory(url: URL, inside: Inside): Response {
  const { mailbox, desk } = inside;
  const { searchParams } = url;
  const since = desk.unseal(searchParams.get("startHistoryId") ?? "");
  // What Gmail says of a history id it no longer goes back to.
  if (since === undefined) return notFound("Requested entity was not found.");
  const asked = new Set(searchParams.getAll("historyTypes"));
  const told = mailbox.history
    .filter(({ id }) => Number(id) > Number(since))
    .filter(
      ({ messagesAdded, messagesDeleted, labelsAdded, labelsRemoved }) =>
        (messagesAdded && asked.has("messageAdded")) ||
        (messagesDeleted && asked.has("messageDeleted")) ||
        (labelsAdded && asked.has("labelAdded")) ||
        (labelsRemoved && asked.has("labelRemoved")),
    );
  const page = desk.page(told, { token: searchParams.get("pageToken"), size: sizeOf(url, inside) });
  if (!page) return invalid("Invalid pageToken");
  return Response.json({
    ...(page.items.length > 0 && { history: [...page.items] }),
    historyId: desk.seal(mailbox.historyId()),
    ...(page.next !== undefined && { nextPageToken: page.next }),
  } satisfies gmail_v1.Schema$ListHistoryResponse);
}
