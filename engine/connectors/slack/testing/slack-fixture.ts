import type { Settings } from "../../../model/source";
import type { Fetch } from "../../../ports/fetch";
import { createFakeClock } from "../../../testing/fakes/fake-clock";
import { createFakeContext } from "../../../testing/fakes/fake-context";
import { sourceFixture } from "../../../testing/fixtures";
import { openTestStore } from "../../../testing/store/open-test-store";
import { deliveredDocuments, runPass } from "../../../testing/store/run-pass";
import { slack } from "..";
import { createFakeSlack } from "./fake-slack";

const HOUR = 60 * 60_000;

/** A Slack source over a fake workspace and a real store, on a clock of its own; without limits and retries. */
export async function createSlackFixture(settings: Settings = {}, pageSize = 100) {
  const clock = createFakeClock();
  const vendor = createFakeSlack({ now: clock.now, pageSize });
  const store = openTestStore({ clock });
  const source = sourceFixture({ id: "source", connectorId: "slack", settings, account: vendor.account });
  await store.addSource(source);
  const api: Fetch = (url, init) => {
    const headers = { Authorization: `Bearer ${vendor.token}` };
    return vendor.handle(new Request(url, { ...init, headers, signal: null }));
  };
  const context = createFakeContext({ source, clock, store, ports: { api } });
  const run = async (ports = context) => {
    const pages = await runPass({ definition: slack, context: ports, store });
    return pages.flatMap(({ documents, deletions }) => [...documents.map(({ id }) => id), ...deletions]);
  };
  return {
    ...{ clock, vendor, context, store, run, world: vendor.data },
    pass: (after = HOUR) => {
      clock.advance(after);
      return run();
    },
    ids: async () =>
      (await store.ledger("source", { offset: 0, limit: 1_000 })).map(({ itemId }) => itemId).sort(),
    document: async (id: string) => (await deliveredDocuments(store)).get(id),
    texts: async (id: string) => {
      const content = (await deliveredDocuments(store)).get(id)?.content;
      return content?.kind === "thread" ? content.messages.map(({ text }) => text) : undefined;
    },
  };
}
