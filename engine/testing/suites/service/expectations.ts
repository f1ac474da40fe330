import { inspect } from "node:util";
import { expect } from "vitest";
import type { Connector } from "../../../connectors/connector";
import { toPlainError } from "../../../errors/to-plain-error";
import type { ItemsPage } from "../../../model/pull-page";
import { deliveredDocuments } from "../../store/run-pass";
import {
  createSuiteFixture,
  type FixturePassOptions,
  SECRETS,
  type ServiceSubject,
  SOURCE_ID,
  type SuiteFixture,
  type SuiteFixtureOptions,
} from "./suite-fixture";

/** Words that no filler text of a vendor contains. */
export const NAMES = ["quartz", "willow", "ember", "lagoon", "thistle", "saffron", "drizzle"] as const;

/** A fixture for one check. It also checks that limits are respected and that no secret is exposed. */
export async function withFixture(
  subject: ServiceSubject,
  options: SuiteFixtureOptions,
  check: (fixture: SuiteFixture) => Promise<void>,
): Promise<void> {
  const fixture = await createSuiteFixture(subject, options);
  await check(fixture);
  expectWithinLimits(fixture);
  await expectNoSecrets(fixture);
  fixture.store.close();
}

/** The store has exactly the items of the vendor, each in its current version, and none was delivered twice. */
export async function expectInSync(fixture: SuiteFixture): Promise<void> {
  expect(await fixture.ledgerIds()).toEqual(fixture.liveIds());
  await expectDelivered(fixture);
}

/** The items of the vendor were delivered in their current version, and none twice; deleted items may remain. */
export async function expectDelivered(fixture: SuiteFixture): Promise<void> {
  const now = await fetchItems(fixture, fixture.liveIds());
  expect(now.failures).toEqual([]);
  expect(now.documents.map(({ id }) => id).sort()).toEqual(fixture.liveIds());
  const delivered = await deliveredDocuments(fixture.store);
  expect(byId(now.documents.flatMap(({ id }) => delivered.get(id) ?? []))).toEqual(byId(now.documents));
  expectNoDuplicates(fixture);
}

/** No version of an item was committed twice. */
export function expectNoDuplicates({ committed }: SuiteFixture): void {
  const versions = committed.flatMap(({ documents }) =>
    documents.map(({ id, version }) => `${id} ${version}`),
  );
  expect(versions.filter((version, at) => versions.indexOf(version) !== at)).toEqual([]);
}

/** In no interval of a limit's length more requests were sent than it allows. */
export function expectWithinLimits({ limits, network }: SuiteFixture): void {
  for (const { id, requests, windowMs, paths } of limits) {
    const times = network.seen
      .filter(({ url }) => paths?.some((path) => url.pathname.includes(path)) ?? true)
      .map(({ at }) => at);
    const tooFast = times.filter((at, nth) => at - (times[nth - requests] ?? -Infinity) < windowMs);
    expect(tooFast, `requests beyond the limit "${id}"`).toEqual([]);
  }
}

export async function expectNoSecrets({ store, committed, thrown, network }: SuiteFixture): Promise<void> {
  const ledger = await store.ledger(SOURCE_ID, { offset: 0, limit: 10_000 });
  const kept = [await store.getSource(SOURCE_ID), ledger, committed, thrown, network.seen];
  const text = inspect(kept, {
    depth: Number.POSITIVE_INFINITY,
    maxStringLength: null,
    maxArrayLength: null,
  });
  for (const secret of SECRETS) expect(text).not.toContain(secret);
}

export function fetchItems(fixture: SuiteFixture, ids: readonly string[]): Promise<ItemsPage> {
  return fixture.use((connector) =>
    requireMethod(connector, "fetchItems")(ids, new AbortController().signal),
  );
}

/** A method that every connector to a vendor's API has, or that its declaration implies. */
export function requireMethod<Name extends "fetchItems" | "search" | "listIds">(
  connector: Connector,
  name: Name,
): NonNullable<Connector[Name]> {
  const method = connector[name];
  if (!method) throw new Error(`The connector has no ${name}`);
  return method.bind(connector) as NonNullable<Connector[Name]>;
}

/** Runs a pass that a fault may end; returns the code of its error. */
export async function passErrorCode(
  fixture: SuiteFixture,
  options: FixturePassOptions = {},
): Promise<string | undefined> {
  try {
    await fixture.pass({ ...options, failOnLimit: true });
    return undefined;
  } catch (error) {
    return toPlainError(error).code;
  }
}

function byId<Item extends { readonly id: string }>(items: readonly Item[]): readonly Item[] {
  return [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
}
