import { expect } from "vitest";
import type { Connector } from "../../connectors/connector";
import type { ItemsPage } from "../../model/pull-page";
import type { Source } from "../../model/source";
import { createFakeClock } from "../../testing/fake-clock";
import type { FakeWorld } from "../../testing/fake-connector";
import { openTestStore } from "../../testing/open-test-store";
import { sampleSource, sampleSourceDocument } from "../../testing/samples";
import { createSync } from "../create-sync";
import type { Errand, RunnableConnector } from "../run-source";

type Make = (source: Source, errand?: Errand) => Connector;

/** Sync over a real store, with connectors by source id that are signed in to something. */
export function createSyncSetup(
  connectors: Readonly<Record<string, Make>>,
  declared: Partial<RunnableConnector> = {},
) {
  const clock = createFakeClock();
  const store = openTestStore({ clock });
  const sync = createSync({
    store,
    clock,
    makeConnector: (source, errand) => ({
      connector: connectors[source.id]?.(source, errand) ?? expect.fail(`no connector ${source.id}`),
      intervalMinutes: 5,
      connected: true,
      ...declared,
    }),
    wait: async () => {},
    random: () => 1,
    onChange: () => {},
  });
  const add = (fields: Partial<Source>) => store.addSource(sampleSource(fields));
  const get = async (id: string) => (await store.getSource(id)) ?? expect.fail(`no source ${id}`);
  const ids = async (id: string) =>
    (await store.ledger(id, { offset: 0, limit: 10_000 })).map(({ itemId }) => itemId);
  return { clock, store, sync, add, get, ids };
}

/** Says of each item what the world holds, and deletes what it does not. */
export function fetchItemsOf(world: FakeWorld, asked: (readonly string[])[] = []) {
  return async (itemIds: readonly string[]): Promise<ItemsPage> => {
    asked.push(itemIds);
    const texts = itemIds.map((id) => [id, world.items.get(id)] as const);
    return {
      documents: texts.flatMap(([id, text]) =>
        text === undefined ? [] : [sampleSourceDocument({ id, title: id, text, version: text })],
      ),
      deletions: texts.flatMap(([id, text]) => (text === undefined ? [id] : [])),
      failures: [],
    };
  };
}
