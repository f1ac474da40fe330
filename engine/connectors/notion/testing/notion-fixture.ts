import type { Settings } from "../../../model/source";
import type { Fetch } from "../../../ports/fetch";
import { createFakeClock } from "../../../testing/fakes/fake-clock";
import { createFakeContext } from "../../../testing/fakes/fake-context";
import { sourceFixture } from "../../../testing/fixtures";
import { openTestStore } from "../../../testing/store/open-test-store";
import { deliveredDocuments, runPass } from "../../../testing/store/run-pass";
import { notion } from "..";
import { createFakeNotion } from "./fake-notion";

/** A Notion source over a fake workspace and a real store, on a clock of its own; without limits and retries. */
export async function createNotionFixture(settings: Settings = {}) {
  const clock = createFakeClock();
  const vendor = createFakeNotion({ now: clock.now });
  const store = openTestStore({ clock });
  const source = sourceFixture({ id: "source", connectorId: "notion", settings });
  await store.addSource(source);
  const requests: string[] = [];
  const api: Fetch = (url, init) => {
    const headers = new Headers(init?.headers);
    headers.set("Authorization", `Bearer ${vendor.token}`);
    requests.push(new URL(url).pathname);
    return vendor.handle(new Request(url, { ...init, headers }));
  };
  const context = createFakeContext({ source, clock, store, ports: { api } });
  return {
    ...{ clock, vendor, context, asked: requests, connector: notion.create(context) },
    /** A connector with other ports. */
    connectorWith: (ports: Partial<typeof context>) => notion.create({ ...context, ...ports }),
    pass: () => runPass({ definition: notion, context, store }),
    documents: async () => [...(await deliveredDocuments(store)).values()],
  };
}
