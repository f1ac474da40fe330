import { describe, expect, test } from "vitest";
import type { ConnectorContext, ConnectorDefinition } from "../../connectors/connector";
import type { PullPage } from "../../model/pull-page";
import type { Settings } from "../../model/source";
import { createFakeClock } from "../fakes/fake-clock";
import { createFakeContext } from "../fakes/fake-context";
import { sourceFixture } from "../fixtures";
import { openTestStore } from "../store/open-test-store";
import { deliveredDocuments, runPass } from "../store/run-pass";

/** A fake of the outside of one kind of source. Items have names, and the fake maps a name to an item id. */
export interface ConnectorFixture {
  readonly ports: Partial<ConnectorContext>;
  readonly settings?: Settings;
  /** Adds a good item whose title or text contains the name; returns its id. */
  create(name: string): string;
  /** Changes an item in a way that must reach the index. */
  update(name: string): void;
  remove(name: string): void;
  /** Adds an unreadable item; returns its id. */
  createMalformed(name: string): string;
  /** Revokes the permission for the whole source. */
  revoke(): void;
}

const LEDGER = { offset: 0, limit: 10_000 };

/** Enough for several pages of every connector. */
const ITEM_NAMES = Array.from({ length: 150 }, (_, at) => `item-${String(at).padStart(3, "0")}`);

/** The requirements of every connector that pulls. */
export function testConnector(definition: ConnectorDefinition, createFixture: () => ConnectorFixture): void {
  async function setUp(names: readonly string[] = []) {
    const clock = createFakeClock();
    const store = openTestStore({ clock });
    const fixture = createFixture();
    const source = sourceFixture({
      id: "source",
      connectorId: definition.declaration.id,
      settings: fixture.settings ?? {},
    });
    await store.addSource(source);
    const ids = names.map((name) => fixture.create(name));
    const context = createFakeContext({ source, clock, store, ports: fixture.ports });
    const pass = (options: Partial<Parameters<typeof runPass>[0]> = {}) =>
      runPass({ definition, context, store, ...options });
    const rows = async () => (await store.ledger("source", LEDGER)).map(({ itemId }) => itemId).sort();
    return { store, fixture, ids: ids.sort(), context, pass, rows };
  }

  describe(`connector "${definition.declaration.id}"`, () => {
    test("delivers every item once, in several pages, with title, address and content", async () => {
      const { ids, pass } = await setUp(ITEM_NAMES);
      const pages = await pass();
      const documents = pages.flatMap((page) => page.documents);
      expect(pages.length).toBeGreaterThan(1);
      expect(documents.map(({ id }) => id).sort()).toEqual(ids);
      for (const { title, url, content } of documents) {
        expect(title).not.toBe("");
        expect(URL.canParse(url)).toBe(true);
        expect(
          content.kind === "bytes" ? content.bytes.length : JSON.stringify(content).length,
        ).toBeGreaterThan(0);
      }
    });

    test("delivers nothing in a second pass over an unchanged source", async () => {
      const { pass } = await setUp(ITEM_NAMES);
      await pass();
      expect((await pass()).flatMap(idsOf)).toEqual([]);
    });

    test("follows created, changed and removed items, and only those", async () => {
      const { fixture, pass, rows, ids } = await setUp(["kept", "changed", "removed"]);
      await pass();
      const created = fixture.create("created");
      fixture.update("changed");
      fixture.remove("removed");
      const changedIds = (await pass()).flatMap(idsOf);
      expect(changedIds).toHaveLength(2);
      expect(changedIds).toContain(created);
      const left = await rows();
      expect(left).toHaveLength(3);
      expect(ids.filter((id) => left.includes(id))).toHaveLength(2);
    });

    test("reports a malformed item and delivers the good ones around it", async () => {
      const { fixture, pass, store, rows, ids } = await setUp(["first", "second"]);
      const malformed = fixture.createMalformed("broken");
      ids.push(fixture.create("third"));
      const failures = (await pass()).flatMap((page) => page.failures);
      expect(failures.map(({ id }) => id)).toEqual([malformed]);
      expect(failures[0]?.reason).toMatch(/^[A-Z].*[^.]$/);
      expect([...(await deliveredDocuments(store)).keys()].sort()).toEqual(ids.sort());
      expect(await rows()).toEqual([...ids, malformed].sort());
    });

    test("stops when cancelled, before or between pages", async () => {
      const { pass, context } = await setUp(ITEM_NAMES);
      await expect(definition.create(context).pull(undefined, AbortSignal.abort())).rejects.toMatchObject({
        name: "AbortError",
      });
      const controller = new AbortController();
      const cancelled = pass({ signal: controller.signal, onPage: () => controller.abort() });
      await expect(cancelled).rejects.toMatchObject({ name: "AbortError" });
    });

    test("rejects with a permission error when its permission is revoked, and deletes nothing", async () => {
      const { fixture, pass, rows, ids } = await setUp(["one", "two"]);
      await pass();
      fixture.revoke();
      await expect(pass()).rejects.toMatchObject({ code: "permission" });
      expect(await rows()).toEqual(ids);
    });

    test.each(["pulled", "committed"] as const)(
      "killed at any page once %s, goes on and neither loses nor doubles an item",
      async (moment) => {
        const pages = (await (await setUp(ITEM_NAMES)).pass()).length;
        for (let killAt = 1; killAt <= pages; killAt++) {
          const { pass, ids, rows, store } = await setUp(ITEM_NAMES);
          const committed: string[] = [];
          const spy: typeof store = {
            ...store,
            commitPage: async (sourceId, page) => {
              committed.push(...idsOf(page));
              return store.commitPage(sourceId, page);
            },
          };
          const kill = (now: string, page: number) => {
            if (now === moment && page === killAt) throw new Error("Killed");
          };
          await expect(pass({ store: spy, onPage: kill })).rejects.toThrow("Killed");
          await pass({ store: spy });
          expect(committed.sort()).toEqual(ids);
          expect(await rows()).toEqual(ids);
        }
      },
    );
  });
}

function idsOf(page: PullPage): readonly string[] {
  const touched = (page.touched ?? []).map(({ id }) => id);
  return [
    ...page.documents.map(({ id }) => id),
    ...page.deletions,
    ...page.failures.map(({ id }) => id),
    ...touched,
  ];
}
