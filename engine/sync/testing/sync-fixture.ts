import { expect } from "vitest";
import type { Connector } from "../../connectors/connector";
import type { ItemsPage } from "../../model/pull-page";
import type { Source } from "../../model/source";
import { createFakeClock } from "../../testing/fakes/fake-clock";
import type { FakeSource } from "../../testing/fakes/fake-connector";
import { sourceDocumentFixture, sourceFixture } from "../../testing/fixtures";
import { openTestStore } from "../../testing/store/open-test-store";
import { createSync } from "../create-sync";
import type { RequestHooks, RunnableConnector } from "../run/source-run";

type CreateConnector = (source: Source, errand?: RequestHooks) => Connector;

/** Sync over a real store, with connected connectors by source id. */
export function createSyncFixture(
  connectors: Readonly<Record<string, CreateConnector>>,
  overrides: Partial<RunnableConnector> = {},
) {
  const clock = createFakeClock();
  const store = openTestStore({ clock });
  const sync = createSync({
    store,
    clock,
    makeConnector: (source, hooks) => ({
      connector: connectors[source.id]?.(source, hooks) ?? expect.fail(`no connector ${source.id}`),
      intervalMinutes: 5,
      connected: true,
      ...overrides,
    }),
    wait: async () => {},
    random: () => 1,
    onChange: () => {},
  });
  const add = (fields: Partial<Source>) => store.addSource(sourceFixture(fields));
  const get = async (id: string) => (await store.getSource(id)) ?? expect.fail(`no source ${id}`);
  const ids = async (id: string) =>
    (await store.ledger(id, { offset: 0, limit: 10_000 })).map(({ itemId }) => itemId);
  return { clock, store, sync, add, get, ids };
}

/** Delivers the current state of each item, and a deletion for each that does not exist. */
export function createFetchItems(vendor: FakeSource, requestedIds: (readonly string[])[] = []) {
  return async (itemIds: readonly string[]): Promise<ItemsPage> => {
    requestedIds.push(itemIds);
    const texts = itemIds.map((id) => [id, vendor.items.get(id)] as const);
    return {
      documents: texts.flatMap(([id, text]) =>
        text === undefined ? [] : [sourceDocumentFixture({ id, title: id, text, version: text })],
      ),
      deletions: texts.flatMap(([id, text]) => (text === undefined ? [id] : [])),
      failures: [],
    };
  };
}
