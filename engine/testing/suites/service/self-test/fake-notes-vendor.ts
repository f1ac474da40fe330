import type { FakeVendor, FakeVendorOptions } from "../../../fakes/fake-vendor";

const ORIGIN = "https://api.notes.example";

interface Note {
  readonly id: string;
  readonly title?: string;
  readonly text: string;
  readonly author?: string;
  readonly board: string;
  readonly updated: number;
}

/** The simplest vendor for the suite: notes listed by last update, newest first, by offset. */
export function createFakeNotesVendor({ now, pageSize = 50 }: FakeVendorOptions): FakeVendor {
  const notes = new Map<string, Note>();
  const hidden = new Set<string>();
  let complete = true;
  let revoked = false;
  let epoch = 0;
  const idOf = (name: string) => `note:${name}`;
  const change = (name: string, fields: Partial<Note>) => {
    const note = notes.get(idOf(name));
    if (note) notes.set(note.id, { ...note, ...fields, updated: now() });
  };
  const add = (note: Omit<Note, "updated" | "board">) => {
    notes.set(note.id, { ...note, board: "inbox", updated: now() });
    return note.id;
  };
  const visible = () =>
    [...notes.values()].filter(({ id }) => !hidden.has(id)).sort((a, b) => b.updated - a.updated);
  const show = ({ author, ...note }: Note) => (complete && author ? { ...note, author } : note);

  const routes: Readonly<Record<string, (query: URLSearchParams) => Response>> = {
    "/me": () => Response.json({ id: "u1", name: "Ada" }),
    "/notes": (query) => {
      const [tokenEpoch, offset] = (query.get("page") ?? `${epoch}-0`).split("-").map(Number);
      if (tokenEpoch !== epoch) return Response.json({ error: "page is gone" }, { status: 410 });
      const end = (offset ?? 0) + pageSize;
      const next = end < visible().length ? { next: `${epoch}-${end}` } : {};
      return Response.json({ notes: visible().slice(offset, end).map(show), ...next });
    },
    "/ids": () => Response.json({ ids: visible().map(({ id }) => id) }),
    "/search": (query) => {
      const text = query.get("q") ?? "";
      return Response.json({
        notes: visible()
          .filter(({ title }) => title?.includes(text))
          .map(show),
      });
    },
  };

  return {
    hosts: [new URL(ORIGIN).host],
    token: "sample-token",
    account: { id: "u1", name: "Ada" },
    handle: async (request) => {
      if (revoked || request.headers.get("Authorization") !== "Bearer sample-token") {
        return Response.json({ error: "unauthorized" }, { status: 401 });
      }
      const { pathname, searchParams } = new URL(request.url);
      const route = routes[pathname];
      if (route) return route(searchParams);
      const note = notes.get(decodeURIComponent(pathname.slice("/notes/".length)));
      if (!note) return Response.json({ error: "no such note" }, { status: 404 });
      if (hidden.has(note.id)) return Response.json({ error: "not yours" }, { status: 403 });
      return Response.json(show(note));
    },
    create: (name) => add({ id: idOf(name), title: name, text: `About ${name}`, author: "Ada" }),
    update: (name) => change(name, { text: `More about ${name} at ${now()}` }),
    remove: (name) => notes.delete(idOf(name)),
    move: (name) => change(name, { board: "archive" }),
    forbid: (name) => hidden.add(idOf(name)),
    createMalformed: (name) => add({ id: idOf(name), text: "" }),
    omitOptional: () => {
      complete = false;
    },
    revokeTokens: () => {
      revoked = true;
    },
    limitReply: (seconds) =>
      new Response("Slow down", {
        status: 429,
        headers: seconds === undefined ? {} : { "Retry-After": String(seconds) },
      }),
    expireCursors: () => {
      epoch++;
    },
  };
}
