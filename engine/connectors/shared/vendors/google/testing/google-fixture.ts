import type { PullPage } from "../../../../../model/pull-page";
import type { Settings } from "../../../../../model/source";
import type { SourceDocument } from "../../../../../model/source-document";
import { createFakeClock, type FakeClock } from "../../../../../testing/fakes/fake-clock";
import { createFakeContext } from "../../../../../testing/fakes/fake-context";
import type { FakeVendor, FakeVendorOptions } from "../../../../../testing/fakes/fake-vendor";
import { sourceFixture } from "../../../../../testing/fixtures";
import { openTestStore } from "../../../../../testing/store/open-test-store";
import { deliveredDocuments, runPass } from "../../../../../testing/store/run-pass";
import type { Connector, ConnectorDefinition } from "../../../../connector";

/** A Google connector directly on its fake, without limits and faults. */
export interface GoogleFixture<Vendor> {
  readonly vendor: Vendor;
  readonly clock: FakeClock;
  connector(): Connector;
  /** Pulls to the end; does not compare ids. */
  pull(): Promise<readonly PullPage[]>;
  /** Pulls to the end, compares ids, and fetches items that are listed but unknown. */
  pass(): Promise<readonly PullPage[]>;
  documents(): Promise<readonly SourceDocument[]>;
  /** Titles of the documents to index, sorted. */
  titles(): Promise<readonly string[]>;
  /** Reasons of items without a document, by title. */
  reasons(): Promise<Readonly<Record<string, string | undefined>>>;
  ledgerIds(): Promise<readonly string[]>;
}

export async function createGoogleFixture<Vendor extends FakeVendor>(
  definition: ConnectorDefinition,
  createVendor: (options: FakeVendorOptions) => Vendor,
  { settings = {}, pageSize = 50 }: { readonly settings?: Settings; readonly pageSize?: number } = {},
): Promise<GoogleFixture<Vendor>> {
  const clock = createFakeClock();
  const store = openTestStore({ clock });
  const vendor = createVendor({ now: clock.now, pageSize });
  const source = sourceFixture({ id: "source", settings, account: vendor.account });
  await store.addSource(source);
  const api = (url: string, init: RequestInit = {}) =>
    vendor.handle(new Request(url, { ...init, headers: { authorization: `Bearer ${vendor.token}` } }));
  const context = createFakeContext({ source, clock, store, ports: { api } });
  const rows = () => store.ledger("source", { offset: 0, limit: 1_000 });
  const documents = async () => {
    const known = new Set((await rows()).map(({ itemId }) => itemId));
    return [...(await deliveredDocuments(store)).values()].filter(({ id }) => known.has(id));
  };
  return {
    vendor,
    clock,
    connector: () => definition.create(context),
    pull: () => runPass({ definition, context, store, pullOnly: true }),
    pass: () => runPass({ definition, context, store }),
    documents,
    titles: async () => (await documents()).map(({ title }) => title).sort(),
    reasons: async () => {
      const withReason = (await rows()).filter(({ reason }) => reason !== undefined);
      return Object.fromEntries(withReason.map(({ title, reason }) => [title, reason]));
    },
    ledgerIds: async () => (await rows()).map(({ itemId }) => itemId).sort(),
  };
}
