import type { Connector, ConnectorDefinition } from "../../../connectors/connector";
import type { Credential } from "../../../model/credential";
import type { SourceDocument } from "../../../model/source-document";
import { sampleDefinition } from "./sample-connector";

/** The sample connector with one fault each, by what is wrong with it. */
export const brokenConnectors: Readonly<Record<string, ConnectorDefinition>> = {
  "takes anybody for the person": {
    ...sampleDefinition,
    service: { identify: async () => ({ id: "u2", name: "Bob" }) },
  },
  "leaves the last page out": changed((connector) => ({
    ...connector,
    pull: async (cursor, signal) => {
      const page = await connector.pull(cursor, signal);
      return page.done && page.progress?.backfill === false && cursor?.includes("token")
        ? { ...page, documents: [] }
        : page;
    },
  })),
  "delivers what is known": {
    ...sampleDefinition,
    create: (context) => sampleDefinition.create({ ...context, known: async () => new Map() }),
  },
  "never lists": changed(({ listIds: _, ...connector }) => connector),
  "lists nothing": changed((connector) => ({ ...connector, listIds: async () => [] })),
  "finds under other ids": changed((connector) => ({
    ...connector,
    search: async (query, signal) =>
      ((await connector.search?.(query, signal)) ?? []).map((found) => ({
        ...found,
        id: `found:${found.id}`,
      })),
  })),
  "keeps what is forbidden": changed((connector) => ({
    ...connector,
    fetchItems: async (ids, signal) => {
      const items = await connector.fetchItems?.(ids, signal);
      return { documents: [], failures: [], ...items, deletions: [] };
    },
  })),
  "does not listen to a cancel": changed((connector) => ({
    ...connector,
    pull: (cursor) => connector.pull(cursor, new AbortController().signal),
  })),
  "takes trouble for an empty page": changed((connector) => ({
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
  "remembers its place outside the cursor": rememberingPlace(),
  "lets its token slip": lettingSlip(),
  "knows every field there will ever be": answered(async (reply) => {
    if ((await reply.clone().text()).includes("novelField")) throw new TypeError("novelField is unknown");
    return reply;
  }),
  "cannot do without an author": changed((connector) => ({
    ...connector,
    pull: async (cursor, signal) => {
      const page = await connector.pull(cursor, signal);
      return { ...page, documents: page.documents.filter(({ author }) => author !== undefined) };
    },
  })),
  "takes a lost place for the end": answered(async (reply) =>
    reply.status === 410 ? Response.json({ notes: [] }) : reply,
  ),
  "does not notice a move": changed((connector) => ({
    ...connector,
    pull: async (cursor, signal) => {
      const page = await connector.pull(cursor, signal);
      return {
        ...page,
        documents: page.documents.map((document) => ({ ...document, container: ["inbox"] })),
      };
    },
  })),
  "dies of a malformed item": changed((connector) => ({
    ...connector,
    pull: async (cursor, signal) => {
      const page = await connector.pull(cursor, signal);
      if (page.failures.length > 0) throw new TypeError("title is undefined");
      return page;
    },
  })),
  "never looks at limits": {
    ...sampleDefinition,
    service: { ...service(), limitOf: async () => undefined },
  },
};

function changed(change: (connector: Connector) => Connector): ConnectorDefinition {
  return { ...sampleDefinition, create: (context) => change(sampleDefinition.create(context)) };
}

/** With the vendor's replies changed on their way to the connector. */
function answered(change: (reply: Response) => Promise<Response>): ConnectorDefinition {
  return {
    ...sampleDefinition,
    create: (context) =>
      sampleDefinition.create({
        ...context,
        api: async (url, init) => change(await context.api(url, init)),
      }),
  };
}

function service() {
  const { service: behaviour } = sampleDefinition;
  if (!behaviour) throw new TypeError("The sample connector has no service");
  return behaviour;
}

/** A kill between pulling and committing loses the page. */
function rememberingPlace(): ConnectorDefinition {
  const places = new WeakMap<object, string>();
  return {
    ...sampleDefinition,
    create: (context) => {
      const connector = sampleDefinition.create(context);
      const { clock } = context;
      return {
        ...connector,
        pull: async (_cursor, signal) => {
          const page = await connector.pull(places.get(clock), signal);
          places.set(clock, page.cursor);
          return page;
        },
      };
    },
  };
}

function lettingSlip(): ConnectorDefinition {
  let slipped = "";
  return {
    ...sampleDefinition,
    service: {
      ...service(),
      authorize: (headers, credential: Credential) => {
        slipped = credential.kind === "token" ? credential.token : "";
        headers.set("Authorization", `Bearer ${slipped}`);
      },
    },
    create: (context) => {
      const connector = sampleDefinition.create(context);
      const withToken = (document: SourceDocument) => ({ ...document, url: `${document.url}?as=${slipped}` });
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
