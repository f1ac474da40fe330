import { expect } from "vitest";
import { createRandom } from "../../../bench/data/random";
import type { SourceDocument } from "../../../model/source-document";
import { deliveredDocuments } from "../../store/run-pass";
import { expectInSync, fetchItems, NAMES, requireMethod, withFixture } from "./expectations";
import type { ServiceCheck } from "./service-check";
import type { SuiteFixture } from "./suite-fixture";
import { withUnknownFields } from "./unknown-fields";

const PAST_ALL_WINDOWS_MS = 24 * 60 * 60_000;

/** Checks of what is delivered, and in what shape. */
export const deliveryChecks: readonly ServiceCheck[] = [
  {
    title: "identifies the account and sends requests only to hosts it declares",
    run: (subject) =>
      withFixture(subject, {}, async ({ account, vendor }) => {
        const { service } = subject.definition.declaration;
        expect(account).toEqual(vendor.account);
        if (service?.baseUrlSetting !== undefined) return;
        for (const host of vendor.hosts)
          expect(
            service?.hosts.some((p) => matchesHost(p, host)),
            host,
          ).toBe(true);
      }),
  },
  {
    title: "delivers every item of every page once, complete and addressable",
    run: (subject) =>
      withFixture(subject, {}, async (fixture) => {
        const ids = fixture.create(...NAMES);
        const pages = await fixture.pass({ pullOnly: true });
        expect(pages.length).toBeGreaterThan(1);
        expect(pages.at(-1)?.progress?.backfill ?? false).toBe(false);
        await expectInSync(fixture);
        const documents = await deliveredDocuments(fixture.store);
        for (const [at, id] of ids.entries()) expect(textOf(documents.get(id))).toContain(NAMES[at]);
        for (const document of documents.values()) expectComplete(document);
      }),
  },
  {
    title: "delivers the newest item before the oldest",
    applies: (_subject, vendor) => vendor.unordered !== true,
    run: (subject) =>
      withFixture(subject, {}, async (fixture) => {
        const ids = fixture.create(...NAMES);
        const pages = await fixture.pass();
        const order = pages.flatMap(({ documents }) => documents.map(({ id }) => id));
        expect(order.indexOf(ids.at(-1) ?? "")).toBeLessThan(order.indexOf(ids[0] ?? ""));
      }),
  },
  {
    title: "delivers nothing in a second pass over an unchanged vendor",
    run: (subject) =>
      withFixture(subject, {}, async (fixture) => {
        fixture.create(...NAMES);
        await fixture.pass();
        const delivered = await fixture.pass();
        expect(
          delivered.flatMap(({ documents, deletions, failures }) => [documents, deletions, failures].flat()),
        ).toEqual([]);
      }),
  },
  {
    title: "follows created, changed and removed items, however long it was away",
    run: (subject) =>
      withFixture(subject, {}, async (fixture) => {
        const [, changed] = fixture.create("quartz", "willow", "ember");
        await fixture.pass();
        fixture.time.clock.advance(PAST_ALL_WINDOWS_MS);
        const [created] = fixture.create("lagoon");
        fixture.update("willow");
        fixture.remove("ember");
        fixture.time.clock.advance(PAST_ALL_WINDOWS_MS);
        const pages = await fixture.pass({ pullOnly: true });
        const delivered = pages.flatMap(({ documents }) => documents.map(({ id }) => id));
        expect([...delivered].sort()).toEqual([changed, created].sort());
        await fixture.pass();
        await expectInSync(fixture);
      }),
  },
  {
    title: "follows an item to where it was moved",
    applies: (_subject, vendor) => vendor.move !== undefined,
    run: (subject) =>
      withFixture(subject, {}, async (fixture) => {
        fixture.create("quartz", "willow", "ember");
        await fixture.pass();
        const before = await findDocument(fixture, "willow");
        fixture.time.clock.advance(1_000);
        fixture.vendor.move?.("willow");
        await fixture.pass();
        const after = await findDocument(fixture, "willow");
        expect([after?.id, after?.container]).not.toEqual([before?.id, before?.container]);
        const ids = await fixture.ledgerIds();
        expect(ids).toHaveLength(3);
        expect((await fetchItems(fixture, ids)).documents.map(({ id }) => id).sort()).toEqual(ids);
      }),
  },
  {
    title: "tolerates unknown fields",
    run: (subject) =>
      withFixture(subject, {}, async (fixture) => {
        const random = createRandom(7).next;
        fixture.network.setFault(async ({ reply }) => withUnknownFields(await reply(), random));
        fixture.create(...NAMES);
        await fixture.pass({ pullOnly: true });
        fixture.update("willow");
        fixture.create("novelty");
        await fixture.pass({ pullOnly: true });
        await fixture.pass();
        await expectInSync(fixture);
      }),
  },
  {
    title: "tolerates the absence of optional fields",
    run: (subject) =>
      withFixture(subject, {}, async (fixture) => {
        fixture.create(...NAMES);
        fixture.vendor.omitOptional();
        const pages = await fixture.pass({ pullOnly: true });
        expect(pages.flatMap(({ failures }) => failures)).toEqual([]);
        await expectInSync(fixture);
        for (const document of (await deliveredDocuments(fixture.store)).values()) expectComplete(document);
      }),
  },
  {
    title: "reports a malformed item and delivers the good ones around it",
    run: (subject) =>
      withFixture(subject, {}, async (fixture) => {
        const first = fixture.create("quartz", "willow");
        fixture.time.clock.advance(1_000);
        const malformed = fixture.vendor.createMalformed("broken");
        const ids = [...first, ...fixture.create("ember", "lagoon")].sort();
        const failures = (await fixture.pass({ pullOnly: true })).flatMap((page) => page.failures);
        expect([...new Set(failures.map(({ id }) => id))]).toEqual([malformed]);
        for (const { reason } of failures) expect(reason).toMatch(/^[A-Z].*[^.]$/s);
        expect([...(await deliveredDocuments(fixture.store)).keys()].sort()).toEqual(ids);
        await fixture.pass();
        expect(await fixture.ledgerIds()).toEqual([...ids, malformed].sort());
      }),
  },
  {
    title: "reports an item as deleted or forbidden when it is fetched again",
    run: (subject) =>
      withFixture(subject, {}, async (fixture) => {
        const [kept = "", removed = "", forbidden = ""] = fixture.create("quartz", "willow", "ember");
        fixture.remove("willow");
        fixture.time.clock.advance(1_000);
        fixture.vendor.forbid?.("ember");
        const gone = fixture.vendor.forbid ? [removed, forbidden] : [removed];
        const delivered = await fetchItems(fixture, [kept, ...gone]);
        expect(delivered.documents.map(({ id }) => id)).toEqual([kept]);
        expect([...delivered.deletions].sort()).toEqual([...gone].sort());
        expect(delivered.failures).toEqual([]);
      }),
  },
  {
    title: "lists the ids that exist, or delivers them where it cannot list",
    run: (subject) =>
      withFixture(subject, {}, async (fixture) => {
        fixture.create(...NAMES);
        fixture.remove("ember");
        const listed = await fixture.use(async ({ listIds }) => listIds?.(new AbortController().signal));
        if (!listed) await fixture.pass();
        expect([...(listed ?? (await fixture.ledgerIds()))].sort()).toEqual(fixture.liveIds());
      }),
  },
  {
    title: "searches at the vendor and returns the same ids as pull",
    applies: ({ definition }) => definition.declaration.service?.liveSearch === true,
    run: (subject) =>
      withFixture(subject, {}, async (fixture) => {
        const ids = fixture.create(...NAMES);
        await fixture.pass();
        const { signal } = new AbortController();
        const found = await fixture.use((connector) =>
          requireMethod(connector, "search")({ text: "lagoon", limit: 3 }, signal),
        );
        expect(found.map(({ id }) => id)).toEqual([ids[NAMES.indexOf("lagoon")]]);
        const pulled = (await deliveredDocuments(fixture.store)).get(found[0]?.id ?? "");
        expect([found[0]?.url, found[0]?.title]).toEqual([pulled?.url, pulled?.title]);
      }),
  },
];

function expectComplete({ title, url, content, updatedAt, createdAt = 0 }: SourceDocument): void {
  expect(title.trim()).not.toBe("");
  expect(URL.canParse(url), url).toBe(true);
  expect(Number.isFinite(updatedAt + createdAt)).toBe(true);
  if (content.kind !== "thread") return;
  expect(content.messages.length).toBeGreaterThan(0);
  for (const { author, sentAt, url: link = url } of content.messages) {
    expect(author).not.toBe("");
    expect(Number.isFinite(sentAt)).toBe(true);
    expect(URL.canParse(link), link).toBe(true);
  }
}

function textOf(document: SourceDocument | undefined): string {
  const bytes = document?.content.kind === "bytes" ? document.content.bytes : new Uint8Array();
  return JSON.stringify(document) + new TextDecoder().decode(bytes);
}

async function findDocument({ store }: SuiteFixture, name: string): Promise<SourceDocument | undefined> {
  return [...(await deliveredDocuments(store)).values()].find((document) => textOf(document).includes(name));
}

/** Whether a match pattern of the browser matches a host. */
function matchesHost(pattern: string, host: string): boolean {
  const named = /^https:\/\/([^/]+)\//.exec(pattern)?.[1] ?? "";
  return named === host || (named.startsWith("*.") && host.endsWith(named.slice(1)));
}
