import type { ConnectorDefinition } from "../../connectors/connector";
import type { Fetch } from "../../ports/fetch";
import { pullPageFixture, sourceDocumentFixture } from "../../testing/fixtures";

const TOKENS: Readonly<Record<string, string>> = {
  "secret-ann": "ann",
  "secret-ann-2": "ann",
  "secret-bob": "bob",
};

/** Replies with the name of the token's account and one item. */
export const fakeVendorFetch: Fetch = async (url, init) => {
  const name = TOKENS[new Headers(init?.headers).get("authorization")?.slice("Bearer ".length) ?? ""];
  return name ? Response.json({ name, url }) : new Response("{}", { status: 401 });
};

/** A minimal connected source, self-hosted or not. */
export const fakeDefinition: ConnectorDefinition = {
  declaration: {
    id: "board",
    name: "Board",
    description: "Notices.",
    reads: [],
    notRead: [],
    icon: "hash",
    permissions: [],
    settings: [
      { key: "baseUrl", label: "Address", kind: "url", initial: "" },
      { key: "topics", label: "Topics", kind: "list", initial: "" },
    ],
    multiple: true,
    addedBy: "sign-in",
    intervalMinutes: 5,
    service: {
      hosts: ["https://api.board.example/*"],
      baseUrlSetting: "baseUrl",
      signIn: [
        { id: "token", kind: "token", label: "Use a token", help: "", createUrl: "https://board.example" },
      ],
      limits: [{ id: "all", requests: 10, windowMs: 1_000, burst: 5 }],
      concurrent: 2,
      liveSearch: false,
    },
  },
  service: {
    identify: async ({ api, settings }) => {
      const { name } = await (await api(`${settings.baseUrl || "https://api.board.example"}/me`)).json();
      return { id: `id-${name}`, name };
    },
  },
  create: ({ api, source }) => ({
    pull: async () => {
      const { name } = await (
        await api(`${source.settings.baseUrl || "https://api.board.example"}/items`)
      ).json();
      return pullPageFixture({ documents: [sourceDocumentFixture({ id: `item of ${name}` })] });
    },
  }),
};
