import { expect } from "vitest";
import type { Auth } from "../../auth/auth";
import type { ConnectorDefinition } from "../../connectors/connector";
import { createIngest } from "../../create-ingest";
import type { Fetch } from "../../ports/fetch";
import { createFakeAuth } from "../../testing/fakes/fake-auth";
import { createFakeContext } from "../../testing/fakes/fake-context";
import { createFakeTime } from "../../testing/fakes/fake-time";
import { freezeTime } from "../../testing/fakes/freeze-time";
import { createMemoryVault } from "../../testing/fakes/memory-vault";
import { sourceFixture } from "../../testing/fixtures";
import { openTestStore } from "../../testing/store/open-test-store";
import type { Vault } from "../../vault/vault";
import { fakeDefinition, fakeVendorFetch } from "./fake-definition";

export interface IngestFixtureOptions {
  /** The board when absent. */
  readonly connectors?: readonly ConnectorDefinition[];
  readonly fetch?: Fetch;
  readonly auth?: Partial<Auth>;
  readonly vault?: Partial<Vault>;
}

/** The service worker's part of Atlas over a real store, signed in to boards, on a fake clock. */
export function createIngestFixture(options: IngestFixtureOptions = {}) {
  const time = createFakeTime();
  const { clock, wait, run } = time;
  const store = openTestStore({ clock });
  const vault = { ...createMemoryVault(), ...options.vault };
  const auth = createFakeAuth();
  const ingest = createIngest({
    ...createFakeContext({ source: sourceFixture(), clock, store }),
    fetch: options.fetch ?? fakeVendorFetch,
    store: { ...freezeTime(store, time), limits: freezeTime(store.limits, time) },
    vault,
    auth: { ...auth, ...options.auth },
    wait,
    onChange: () => {},
    connectors: options.connectors ?? [fakeDefinition],
  });
  const connect = (token: string, settings = {}) =>
    run(
      ingest.connectSource({
        connectorId: "board",
        signIn: { methodId: "token", entered: { token } },
        settings,
      }),
    );
  const sources = async () => (await ingest.list()).map(({ source }) => source);
  const get = async (id: string) => (await store.getSource(id)) ?? expect.fail("no source");
  const items = async (id: string) =>
    (await store.ledger(id, { offset: 0, limit: 10_000 })).map(({ itemId }) => itemId);
  return { clock, run, store, vault, revoked: auth.revoked, ingest, connect, sources, get, items };
}
