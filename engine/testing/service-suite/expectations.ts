import { inspect } from "node:util";
import { expect } from "vitest";
import type { Connector } from "../../connectors/connector";
import { toPlainError } from "../../errors/to-plain-error";
import type { ItemsPage } from "../../model/pull-page";
import { deliveredDocuments } from "../run-pass";
import {
  createServiceLab,
  type LabOptions,
  type LabPassOptions,
  SECRETS,
  type ServiceLab,
  type ServiceSubject,
  SOURCE_ID,
} from "./service-lab";

/** Words no vendor's filler text contains. */
export const NAMES = ["quartz", "willow", "ember", "lagoon", "thistle", "saffron", "drizzle"] as const;

/** A lab for one check; whatever the check does, limits are kept to and nothing secret comes to light. */
export async function inLab(
  subject: ServiceSubject,
  options: LabOptions,
  check: (lab: ServiceLab) => Promise<void>,
): Promise<void> {
  const lab = await createServiceLab(subject, options);
  await check(lab);
  expectWithinLimits(lab);
  await expectNoSecrets(lab);
  lab.store.close();
}

/** The store holds exactly what the vendor holds, each item as it is now, and none was delivered twice. */
export async function expectCurrent(lab: ServiceLab): Promise<void> {
  expect(await lab.ledgerIds()).toEqual(lab.liveIds());
  await expectDelivered(lab);
}

/** What the vendor holds was delivered as it is now, and nothing twice; something that has gone may be left. */
export async function expectDelivered(lab: ServiceLab): Promise<void> {
  const now = await fetchItems(lab, lab.liveIds());
  expect(now.failures).toEqual([]);
  expect(now.documents.map(({ id }) => id).sort()).toEqual(lab.liveIds());
  const delivered = await deliveredDocuments(lab.store);
  expect(byId(now.documents.flatMap(({ id }) => delivered.get(id) ?? []))).toEqual(byId(now.documents));
  expectNothingDoubled(lab);
}

/** No version of an item was committed twice. */
export function expectNothingDoubled({ committed }: ServiceLab): void {
  const versions = committed.flatMap(({ documents }) =>
    documents.map(({ id, version }) => `${id} ${version}`),
  );
  expect(versions.filter((version, at) => versions.indexOf(version) !== at)).toEqual([]);
}

/** In no stretch of a limit's length more requests went out than it allows. */
export function expectWithinLimits({ limits, network }: ServiceLab): void {
  for (const { id, requests, windowMs, paths } of limits) {
    const times = network.seen
      .filter(({ url }) => paths?.some((path) => url.pathname.includes(path)) ?? true)
      .map(({ at }) => at);
    const tooFast = times.filter((at, nth) => at - (times[nth - requests] ?? -Infinity) < windowMs);
    expect(tooFast, `requests beyond the limit "${id}"`).toEqual([]);
  }
}

export async function expectNoSecrets({ store, committed, thrown, network }: ServiceLab): Promise<void> {
  const ledger = await store.ledger(SOURCE_ID, { offset: 0, limit: 10_000 });
  const kept = [await store.getSource(SOURCE_ID), ledger, committed, thrown, network.seen];
  const text = inspect(kept, {
    depth: Number.POSITIVE_INFINITY,
    maxStringLength: null,
    maxArrayLength: null,
  });
  for (const secret of SECRETS) expect(text).not.toContain(secret);
}

export function fetchItems(lab: ServiceLab, ids: readonly string[]): Promise<ItemsPage> {
  return lab.use((connector) => required(connector, "fetchItems")(ids, new AbortController().signal));
}

/** A method that every connector to a vendor's API has, or that its declaration promises. */
export function required<Name extends "fetchItems" | "search" | "listIds">(
  connector: Connector,
  name: Name,
): NonNullable<Connector[Name]> {
  const method = connector[name];
  if (!method) throw new Error(`The connector has no ${name}`);
  return method.bind(connector) as NonNullable<Connector[Name]>;
}

/** A pass that a fault may end; gives the code of the error it ended with. */
export async function endOfPass(lab: ServiceLab, options: LabPassOptions = {}): Promise<string | undefined> {
  try {
    await lab.pass({ ...options, impatient: true });
    return undefined;
  } catch (error) {
    return toPlainError(error).code;
  }
}

function byId<Item extends { readonly id: string }>(items: readonly Item[]): readonly Item[] {
  return [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
}
