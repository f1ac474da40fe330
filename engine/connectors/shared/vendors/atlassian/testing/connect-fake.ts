import type { Account } from "../../../../../model/credential";
import type { Settings } from "../../../../../model/source";
import type { Fetch } from "../../../../../ports/fetch";
import { createFakeClock } from "../../../../../testing/fakes/fake-clock";
import { createFakeContext } from "../../../../../testing/fakes/fake-context";
import type { FakeVendor } from "../../../../../testing/fakes/fake-vendor";
import { sourceFixture } from "../../../../../testing/fixtures";
import { openTestStore } from "../../../../../testing/store/open-test-store";
import type { Connector, ConnectorDefinition } from "../../../../connector";

export interface ConnectFakeOptions {
  readonly settings?: Settings;
  readonly account?: Account;
}

/** A connector that is signed in to a fake, without limits and retries. Its requests are recorded. */
export function connectFake(
  definition: ConnectorDefinition,
  vendor: FakeVendor,
  { settings, account = vendor.account }: ConnectFakeOptions = {},
): { readonly connector: Connector; readonly requests: readonly URL[] } {
  const clock = createFakeClock();
  const requests: URL[] = [];
  const api = signedFetch(vendor, requests);
  const source = sourceFixture({ settings: { ...vendor.settings, ...settings }, account });
  const context = createFakeContext({ source, clock, store: openTestStore({ clock }), ports: { api } });
  return { connector: definition.create(context), requests };
}

export function signedFetch(vendor: FakeVendor, requests: URL[] = []): Fetch {
  return async (url, init) => {
    requests.push(new URL(url));
    const headers = new Headers(init?.headers);
    headers.set("Authorization", `Bearer ${vendor.token}`);
    return vendor.handle(new Request(url, { ...init, headers }));
  };
}
