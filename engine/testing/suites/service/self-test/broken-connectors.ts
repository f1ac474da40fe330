import type { Connector, ConnectorDefinition } from "../../../../connectors/connector";
import type { Credential } from "../../../../model/credential";
import type { SourceDocument } from "../../../../model/source-document";
import { notesDefinition } from "./notes-connector";

/** The sample connector with one fault each, by the fault. */
export const brokenConnectors: Readonly<Record<string, ConnectorDefinition>> = {
  "identifies any account": {
    ...notesDefinition,
    service: { identify: async () => ({ id: "u2", name: "Bob" }) },
  },
  "skips the last page": withConnector((connector) => ({
    ...connector,
    pull: async (cursor, signal) => {
      const page = await connector.pull(cursor, signal);
      return page.done && page.progress?.backfill === false && cursor?.includes("token")
        ? { ...page, documents: [] }
        : page;
    },
  })),
  "delivers known items": {
    ...notesDefinition,
    create: (context) => notesDefinition.create({ ...context, known: async () => new Map() }),
  },
  "never lists": withConnector(({ listIds: _, ...connector }) => connector),
  "lists nothing": withConnector((connector) => ({ ...connector, listIds: async () => [] })),
  "searches with other ids": withConnector((connector) => ({
    ...connector,
    search: async (query, signal) =>
      ((await connector.search?.(query, signal)) ?? []).map((found) => ({
        ...found,
        id: `found:${found.id}`,
      })),
  })),
  "keeps a forbidden item": withConnector((connector) => ({
    ...connector,
    fetchItems: async (ids, signal) => {
      const items = await connector.fetchItems?.(ids, signal);
      return { documents: [], failures: [], ...items, deletions: [] };
    },
  })),
  "ignores an abort": withConnector((connector) => ({
    ...connector,
    pull: (cursor) => connector.pull(cursor, new AbortController().signal),
  })),
  "reads an error as an empty page": withConnector((connector) => ({
    ...connector,
    pull: async (cursor, signal) => {
      try {
        return await connector.pull(cursor, signal);
      } catch {
        signal.throwIfAborted();
        return { documents: [], deletions: [], failures: [], cursor: cursor ?? "", done: true };
      }
    },
  })),
  "keeps its position outside the cursor": keepingCursorInMemory(),
  "exposes its token": leakingToken(),
  "rejects unknown fields": withReplies(async (reply) => {
    if ((await reply.clone().text()).includes("novelField")) throw new TypeError("novelField is unknown");
    return reply;
  }),
  "requires an author": withConnector((connector) => ({
    ...connector,
    pull: async (cursor, signal) => {
      const page = await connector.pull(cursor, signal);
      return { ...page, documents: page.documents.filter(({ author }) => author !== undefined) };
    },
  })),
  "reads an expired page token as the end": withReplies(async (reply) =>
    reply.status === 410 ? Response.json({ notes: [] }) : reply,
  ),
  "misses a move": withConnector((connector) => ({
    ...connector,
    pull: async (cursor, signal) => {
      const page = await connector.pull(cursor, signal);
      return {
        ...page,
        documents: page.documents.map((document) => ({ ...document, container: ["inbox"] })),
      };
    },
  })),
  "fails on a malformed item": withConnector((connector) => ({
    ...connector,
    pull: async (cursor, signal) => {
      const page = await connector.pull(cursor, signal);
      if (page.failures.length > 0) throw new TypeError("title is undefined");
      return page;
    },
  })),
  "ignores limits": {
    ...notesDefinition,
    service: { ...baseService(), parseLimit: async () => undefined },
  },
};

function withConnector(change: (connector: Connector) => Connector): ConnectorDefinition {
  return { ...notesDefinition, create: (context) => change(notesDefinition.create(context)) };
}

/** With changed replies of the vendor. */
function withReplies(change: (reply: Response) => Promise<Response>): ConnectorDefinition {
  return {
    ...notesDefinition,
    create: (context) =>
      notesDefinition.create({
        ...context,
        api: async (url, init) => change(await context.api(url, init)),
      }),
  };
}

function baseService() {
  const { service: behaviour } = notesDefinition;
  if (!behaviour) throw new TypeError("The sample connector has no service");
  return behaviour;
}

/** A kill between pulling and committing loses the page. */
function keepingCursorInMemory(): ConnectorDefinition {
  const cursors = new WeakMap<object, string>();
  return {
    ...notesDefinition,
    create: (context) => {
      const connector = notesDefinition.create(context);
      const { clock } = context;
      return {
        ...connector,
        pull: async (_cursor, signal) => {
          const page = await connector.pull(cursors.get(clock), signal);
          cursors.set(clock, page.cursor);
          return page;
        },
      };
    },
  };
}

function leakingToken(): ConnectorDefinition {
  let leaked = "";
  return {
    ...notesDefinition,
    service: {
      ...baseService(),
      authorize: (headers, credential: Credential) => {
        leaked = credential.kind === "token" ? credential.token : "";
        headers.set("Authorization", `Bearer ${leaked}`);
      },
    },
    create: (context) => {
      const connector = notesDefinition.create(context);
      const withToken = (document: SourceDocument) => ({ ...document, url: `${document.url}?as=${leaked}` });
      return {
        ...connector,
        pull: async (cursor, signal) => {
          const page = await connector.pull(cursor, signal);
          return { ...page, documents: page.documents.map(withToken) };
        },
      };
    },
  };
}
