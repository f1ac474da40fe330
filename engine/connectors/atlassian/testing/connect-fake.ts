import type { Account } from "../../../model/credential";
import type { Settings } from "../../../model/source";
import type { Fetch } from "../../../ports/fetch";
import { createFakeClock } from "../../../testing/fake-clock";
import { createFakeContext } from "../../../testing/fake-context";
import type { FakeVendor } from "../../../testing/fake-vendor";
import { openTestStore } from "../../../testing/open-test-store";
import { sampleSource } from "../../../testing/samples";
import type { Connector, ConnectorDefinition } from "../../connector";

export interface ConnectFakeOptions {
  readonly settings?: Settings;
  readonly account?: Account;
}

/** A connector signed in to a fake, without limits and retries; what it asked is written down. */
export function connectFake(
  definition: ConnectorDefinition,
  vendor: FakeVendor,
  { settings, account = vendor.account }: ConnectFakeOptions = {},
): { readonly connector: Connector; readonly asked: readonly URL[] } {
  const clock = createFakeClock();
  const asked: URL[] = [];
  const api = signedFetch(vendor, asked);
  const source = sampleSource({ settings: { ...vendor.settings, ...settings }, account });
  const context = createFakeContext({ source, clock, store: openTestStore({ clock }), ports: { api } });
  return { connector: definition.create(context), asked };
}

export function signedFetch(vendor: FakeVendor, asked: URL[] = []): Fetch {
  return async (url, init) => {
    asked.push(new URL(url));
    const headers = new Headers(init?.headers);
    headers.set("Authorization", `Bearer ${vendor.token}`);
    return vendor.handle(new Request(url, { ...init, headers }));
  };
}
