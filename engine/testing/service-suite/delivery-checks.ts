import { expect } from "vitest";
import { createRandom } from "../../bench/data/random";
import type { SourceDocument } from "../../model/source-document";
import { deliveredDocuments } from "../run-pass";
import { expectCurrent, fetchItems, inLab, NAMES, required } from "./expectations";
import { withNovelFields } from "./novel-fields";
import type { ServiceCheck } from "./service-check";
import type { ServiceLab } from "./service-lab";

const PAST_EVERYTHING = 24 * 60 * 60_000;

/** What arrives, and in what shape. */
export const deliveryChecks: readonly ServiceCheck[] = [
  {
    title: "finds whose account it is and asks only hosts it declares",
    run: (subject) =>
      inLab(subject, {}, async ({ account, vendor }) => {
        const { service } = subject.definition.declaration;
        expect(account).toEqual(vendor.account);
        if (service?.baseUrlSetting !== undefined) return;
        for (const host of vendor.hosts)
          expect(
            service?.hosts.some((p) => covers(p, host)),
            host,
          ).toBe(true);
      }),
  },
  {
    title: "delivers every item of every page once, complete and addressable",
    run: (subject) =>
      inLab(subject, {}, async (lab) => {
        const ids = lab.create(...NAMES);
        const pages = await lab.pass({ pullOnly: true });
        expect(pages.length).toBeGreaterThan(1);
        expect(pages.at(-1)?.progress?.backfill ?? false).toBe(false);
        await expectCurrent(lab);
        const documents = await deliveredDocuments(lab.store);
        for (const [at, id] of ids.entries()) expect(textOf(documents.get(id))).toContain(NAMES[at]);
        for (const document of documents.values()) expectWhole(document);
      }),
  },
  {
    title: "delivers the newest item before the oldest",
    applies: (_subject, vendor) => vendor.unordered !== true,
    run: (subject) =>
      inLab(subject, {}, async (lab) => {
        const ids = lab.create(...NAMES);
        const pages = await lab.pass();
        const order = pages.flatMap(({ documents }) => documents.map(({ id }) => id));
        expect(order.indexOf(ids.at(-1) ?? "")).toBeLessThan(order.indexOf(ids[0] ?? ""));
      }),
  },
  {
    title: "says nothing in a second pass over an unchanged vendor",
    run: (subject) =>
      inLab(subject, {}, async (lab) => {
        lab.create(...NAMES);
        await lab.pass();
        const said = await lab.pass();
        expect(
          said.flatMap(({ documents, deletions, failures }) => [documents, deletions, failures].flat()),
        ).toEqual([]);
      }),
  },
  {
    title: "follows created, changed and removed items, however long it was away",
    run: (subject) =>
      inLab(subject, {}, async (lab) => {
        const [, changed] = lab.create("quartz", "willow", "ember");
        await lab.pass();
        lab.time.clock.advance(PAST_EVERYTHING);
        const [created] = lab.create("lagoon");
        lab.update("willow");
        lab.remove("ember");
        lab.time.clock.advance(PAST_EVERYTHING);
        const pages = await lab.pass({ pullOnly: true });
        const said = pages.flatMap(({ documents }) => documents.map(({ id }) => id));
        expect([...said].sort()).toEqual([changed, created].sort());
        await lab.pass();
        await expectCurrent(lab);
      }),
  },
  {
    title: "follows an item to where it was moved",
    applies: (_subject, vendor) => vendor.move !== undefined,
    run: (subject) =>
      inLab(subject, {}, async (lab) => {
        lab.create("quartz", "willow", "ember");
        await lab.pass();
        const before = await documentNamed(lab, "willow");
        lab.time.clock.advance(1_000);
        lab.vendor.move?.("willow");
        await lab.pass();
        const after = await documentNamed(lab, "willow");
        expect([after?.id, after?.container]).not.toEqual([before?.id, before?.container]);
        const ids = await lab.ledgerIds();
        expect(ids).toHaveLength(3);
        expect((await fetchItems(lab, ids)).documents.map(({ id }) => id).sort()).toEqual(ids);
      }),
  },
  {
    title: "copes with fields it has never heard of",
    run: (subject) =>
      inLab(subject, {}, async (lab) => {
        const random = createRandom(7).next;
        lab.network.setFault(async ({ reply }) => withNovelFields(await reply(), random));
        lab.create(...NAMES);
        await lab.pass({ pullOnly: true });
        lab.update("willow");
        lab.create("novelty");
        await lab.pass({ pullOnly: true });
        await lab.pass();
        await expectCurrent(lab);
      }),
  },
  {
    title: "copes without the fields a vendor may leave out",
    run: (subject) =>
      inLab(subject, {}, async (lab) => {
        lab.create(...NAMES);
        lab.vendor.omitOptional();
        const pages = await lab.pass({ pullOnly: true });
        expect(pages.flatMap(({ failures }) => failures)).toEqual([]);
        await expectCurrent(lab);
        for (const document of (await deliveredDocuments(lab.store)).values()) expectWhole(document);
      }),
  },
  {
    title: "tells about a malformed item and delivers the good ones around it",
    run: (subject) =>
      inLab(subject, {}, async (lab) => {
        const first = lab.create("quartz", "willow");
        lab.time.clock.advance(1_000);
        const malformed = lab.vendor.createMalformed("broken");
        const ids = [...first, ...lab.create("ember", "lagoon")].sort();
        const failures = (await lab.pass({ pullOnly: true })).flatMap((page) => page.failures);
        expect([...new Set(failures.map(({ id }) => id))]).toEqual([malformed]);
        for (const { reason } of failures) expect(reason).toMatch(/^[A-Z].*[^.]$/s);
        expect([...(await deliveredDocuments(lab.store)).keys()].sort()).toEqual(ids);
        await lab.pass();
        expect(await lab.ledgerIds()).toEqual([...ids, malformed].sort());
      }),
  },
  {
    title: "gives up an item that is gone or may no longer be read when it is fetched again",
    run: (subject) =>
      inLab(subject, {}, async (lab) => {
        const [kept = "", removed = "", forbidden = ""] = lab.create("quartz", "willow", "ember");
        lab.remove("willow");
        lab.time.clock.advance(1_000);
        lab.vendor.forbid?.("ember");
        const gone = lab.vendor.forbid ? [removed, forbidden] : [removed];
        const said = await fetchItems(lab, [kept, ...gone]);
        expect(said.documents.map(({ id }) => id)).toEqual([kept]);
        expect([...said.deletions].sort()).toEqual([...gone].sort());
        expect(said.failures).toEqual([]);
      }),
  },
  {
    title: "lists the ids that exist, or delivers them where it cannot list",
    run: (subject) =>
      inLab(subject, {}, async (lab) => {
        lab.create(...NAMES);
        lab.remove("ember");
        const listed = await lab.use(async ({ listIds }) => listIds?.(new AbortController().signal));
        if (!listed) await lab.pass();
        expect([...(listed ?? (await lab.ledgerIds()))].sort()).toEqual(lab.liveIds());
      }),
  },
  {
    title: "searches at the vendor and gives what it finds the ids that pull gives",
    applies: ({ definition }) => definition.declaration.service?.liveSearch === true,
    run: (subject) =>
      inLab(subject, {}, async (lab) => {
        const ids = lab.create(...NAMES);
        await lab.pass();
        const { signal } = new AbortController();
        const found = await lab.use((connector) =>
          required(connector, "search")({ text: "lagoon", limit: 3 }, signal),
        );
        expect(found.map(({ id }) => id)).toEqual([ids[NAMES.indexOf("lagoon")]]);
        const pulled = (await deliveredDocuments(lab.store)).get(found[0]?.id ?? "");
        expect([found[0]?.url, found[0]?.title]).toEqual([pulled?.url, pulled?.title]);
      }),
  },
];

function expectWhole({ title, url, content, updatedAt, createdAt = 0 }: SourceDocument): void {
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

async function documentNamed({ store }: ServiceLab, name: string): Promise<SourceDocument | undefined> {
  return [...(await deliveredDocuments(store)).values()].find((document) => textOf(document).includes(name));
}

/** Whether a match pattern of the browser's covers a host. */
function covers(pattern: string, host: string): boolean {
  const named = /^https:\/\/([^/]+)\//.exec(pattern)?.[1] ?? "";
  return named === host || (named.startsWith("*.") && host.endsWith(named.slice(1)));
}
