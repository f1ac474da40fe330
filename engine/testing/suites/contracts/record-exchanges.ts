import type { ConnectorDefinition } from "../../../connectors/connector";
import type { Credential } from "../../../model/credential";
import type { Fetch } from "../../../ports/fetch";
import { createFakeClock } from "../../fakes/fake-clock";
import { createFakeContext } from "../../fakes/fake-context";
import type { FakeVendor, FakeVendorOptions } from "../../fakes/fake-vendor";
import { sourceFixture } from "../../fixtures";
import { openTestStore } from "../../store/open-test-store";
import { runPass } from "../../store/run-pass";
import type { Exchange } from "./exchange";

const HOUR = 60 * 60_000;

/**
 * Records all requests of a connector and the replies of its fake vendor: identify, a full and an incremental sync with
 * created, changed and removed items, the list of ids, single items, search.
 */
export async function recordExchanges(
  definition: ConnectorDefinition,
  createVendor: (options: FakeVendorOptions) => FakeVendor,
): Promise<readonly Exchange[]> {
  const clock = createFakeClock();
  const vendor = createVendor({ now: clock.now, pageSize: 2 });
  const exchanges: Exchange[] = [];
  const api = recordingApi(definition, vendor, exchanges);
  const settings = vendor.settings ?? {};
  const { signal } = new AbortController();
  const account = await definition.service?.identify({ api, settings, credential: "token", signal });
  const source = sourceFixture({
    id: "source",
    connectorId: definition.declaration.id,
    settings,
    ...(account && { account }),
  });
  const store = openTestStore({ clock });
  await store.addSource(source);
  const context = createFakeContext({ source, clock, store, ports: { api } });
  const ids = ["first", "second", "third", "fourth"].map((name) => {
    clock.advance(HOUR);
    return vendor.create(name);
  });
  await runPass({ definition, context, store });
  clock.advance(HOUR);
  vendor.update("second");
  vendor.remove("third");
  vendor.create("fifth");
  await runPass({ definition, context, store });
  const connector = definition.create(context);
  await connector.listIds?.(signal);
  await connector.fetchItems?.(ids, signal);
  await connector.search?.({ text: "first", limit: 5, updatedAfter: 1 }, signal);
  return exchanges;
}

function recordingApi(definition: ConnectorDefinition, vendor: FakeVendor, exchanges: Exchange[]): Fetch {
  const credential: Credential = {
    kind: "token",
    token: vendor.token,
    ...(vendor.user !== undefined && { user: vendor.user }),
  };
  return async (url, init) => {
    const headers = new Headers(init?.headers);
    if (definition.service?.authorize) definition.service.authorize(headers, credential);
    else headers.set("authorization", `Bearer ${credential.token}`);
    const request = new Request(url, { ...init, headers });
    const requestBody = parse(await request.clone().text());
    const response = await vendor.handle(request);
    const responseBody = parse(await response.clone().text());
    const { method } = request;
    exchanges.push({ method, url: new URL(url), requestBody, status: response.status, responseBody });
    return response;
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
