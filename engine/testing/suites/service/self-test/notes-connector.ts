import * as z from "zod";
import type { Connector, ConnectorContext, ConnectorDefinition } from "../../../../connectors/connector";
import { readJson } from "../../../../connectors/shared/http/read-json";
import { createFeedConnector } from "../../../../connectors/shared/pull/feed/create-feed-connector";
import { ExpiredCursorError } from "../../../../errors/expired-cursor-error";
import type { ItemFailure, ItemsPage } from "../../../../model/pull-page";
import type { SourceDocument } from "../../../../model/source-document";
import type { Fetch } from "../../../../ports/fetch";

const ORIGIN = "https://api.notes.example";
const FROM = "the notice board";

const note = z.object({
  id: z.string(),
  title: z.string().optional(),
  text: z.string(),
  author: z.string().optional(),
  board: z.string(),
  updated: z.number(),
});
type DeliveredNote = z.infer<typeof note>;
const notesPage = z.object({ notes: z.array(note), next: z.string().optional() });
const person = z.object({ id: z.string(), name: z.string() });

/** A connector to the sample vendor that passes the suite. */
export const notesDefinition: ConnectorDefinition = {
  declaration: {
    id: "notice-board",
    name: "Notice board",
    description: "Notes.",
    reads: [],
    notRead: [],
    icon: "notebook",
    permissions: [],
    settings: [],
    multiple: true,
    addedBy: "sign-in",
    intervalMinutes: 10,
    service: {
      hosts: ["https://*.notes.example/*"],
      signIn: [
        { kind: "token", id: "token", label: "Use a token", help: "", createUrl: `${ORIGIN}/tokens` },
        {
          ...{ kind: "device", id: "device", label: "Sign in", help: "", scopes: [] },
          ...{ tokenUrl: `${ORIGIN}/token`, deviceUrl: `${ORIGIN}/device` },
        },
      ],
      limits: [
        { id: "all", requests: 600, windowMs: 60_000 },
        { id: "search", requests: 10, windowMs: 60_000, paths: ["/search"] },
      ],
      concurrent: 4,
      liveSearch: true,
    },
  },
  service: {
    identify: async ({ api, signal }) =>
      readJson(await api(`${ORIGIN}/me`, { signal }), { schema: person, from: FROM }),
  },
  create: ({ clock, known, api }) => ({
    ...createFeedConnector<DeliveredNote>({
      clock,
      known,
      list: async ({ token }, signal) => {
        const { notes: items, next } = await listNotes(api, token, signal);
        return next === undefined ? { items } : { items, next };
      },
      describe: ({ id, updated }) => ({ id, version: String(updated), updatedAt: updated }),
      deliver: async (notes) => toItems(notes),
    }),
    ...createLookUps(api),
  }),
};

function createLookUps(api: Fetch): Required<Pick<Connector, "listIds" | "fetchItems" | "search">> {
  return {
    listIds: async (signal) => {
      const schema = z.object({ ids: z.array(z.string()) });
      return (await readJson(await api(`${ORIGIN}/ids`, { signal }), { schema, from: FROM })).ids;
    },
    fetchItems: async (ids, signal) => {
      const replies = await Promise.all(
        ids.map((id) => api(`${ORIGIN}/notes/${encodeURIComponent(id)}`, { signal })),
      );
      const live = replies.filter(({ ok }) => ok);
      const notes = await Promise.all(live.map((reply) => readJson(reply, { schema: note, from: FROM })));
      return { ...toItems(notes), deletions: ids.filter((_, at) => !replies[at]?.ok) };
    },
    search: async ({ text }, signal) => {
      const reply = await api(`${ORIGIN}/search?q=${encodeURIComponent(text)}`, { signal });
      return toItems((await readJson(reply, { schema: notesPage, from: FROM })).notes).documents;
    },
  };
}

async function listNotes(api: ConnectorContext["api"], page: string | undefined, signal: AbortSignal) {
  const reply = await api(`${ORIGIN}/notes${page === undefined ? "" : `?page=${page}`}`, { signal });
  if (reply.status === 410) throw new ExpiredCursorError("Cannot go on: the page is gone");
  return readJson(reply, { schema: notesPage, from: FROM });
}

function toItems(notes: readonly DeliveredNote[]): ItemsPage {
  const documents = notes.flatMap(({ id, title, text, author, board, updated }): SourceDocument[] => {
    if (title === undefined) return [];
    const base = { id, type: "page", title, url: `${ORIGIN}/n/${id}`, version: String(updated) } as const;
    const content = { kind: "text", mediaType: "text/plain", text } as const;
    return [
      { ...base, container: [board], updatedAt: updated, content, ...(author !== undefined && { author }) },
    ];
  });
  const failures = notes.flatMap(({ id, title, updated }): ItemFailure[] => {
    if (title !== undefined) return [];
    const reason = `Cannot read note "${id}": it has no title`;
    const base = { id, title: id, url: `${ORIGIN}/n/${id}`, version: String(updated) };
    return [{ ...base, outcome: "failed", code: "read-item", reason }];
  });
  return { documents, deletions: [], failures };
}
