import { expect } from "vitest";
import type { Auth } from "../../auth/auth";
import type { ConnectorDefinition } from "../../connectors/connector";
import { createIngest } from "../../create-ingest";
import type { Fetch } from "../../ports/fetch";
import { createFakeAuth } from "../../testing/fake-auth";
import { createFakeContext } from "../../testing/fake-context";
import { createFakeTime } from "../../testing/fake-time";
import { holdTime } from "../../testing/hold-time";
import { createMemoryVault } from "../../testing/memory-vault";
import { openTestStore } from "../../testing/open-test-store";
import { sampleSource } from "../../testing/samples";
import type { Vault } from "../../vault/vault";
import { board, boardVendor } from "./fake-board";

export interface IngestSetup {
  /** The board where absent. */
  readonly connectors?: readonly ConnectorDefinition[];
  readonly fetch?: Fetch;
  readonly auth?: Partial<Auth>;
  readonly vault?: Partial<Vault>;
}

/** The service worker's half of Atlas over a real store, signed in to boards, on a fake clock. */
export function createIngestSetup(setup: IngestSetup = {}) {
  const time = createFakeTime();
  const { clock, wait, run } = time;
  const store = openTestStore({ clock });
  const vault = { ...createMemoryVault(), ...setup.vault };
  const auth = createFakeAuth();
  const ingest = createIngest({
    ...createFakeContext({ source: sampleSource(), clock, store }),
    fetch: setup.fetch ?? boardVendor,
    store: { ...holdTime(store, time), limits: holdTime(store.limits, time) },
    vault,
    auth: { ...auth, ...setup.auth },
    wait,
    onChange: () => {},
    connectors: setup.connectors ?? [board],
  });
  const connect = (token: string, settings = {}) =>
    run(ingest.connectSource({ connectorId: "board", method: "token", entered: { token }, settings }));
  const sources = async () => (await ingest.list()).map(({ source }) => source);
  const get = async (id: string) => (await store.getSource(id)) ?? expect.fail("no source");
  const items = async (id: string) =>
    (await store.ledger(id, { offset: 0, limit: 10_000 })).map(({ itemId }) => itemId);
  return { clock, run, store, vault, revoked: auth.revoked, ingest, connect, sources, get, items };
}
