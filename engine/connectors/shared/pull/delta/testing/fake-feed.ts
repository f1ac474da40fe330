import { ExpiredCursorError } from "../../../../../errors/expired-cursor-error";
import type { PullPage } from "../../../../../model/pull-page";
import { createFakeClock } from "../../../../../testing/fakes/fake-clock";
import { sourceDocumentFixture } from "../../../../../testing/fixtures";
import type { Connector } from "../../../../connector";
import type { DeltaOptions, DeltaPage } from "../create-delta-connector";
import type { DeliveredItems, DeltaEntry } from "../delta-entry";

/** A vendor's list and change log in memory, a ledger that follows them, and the requests that were made. */
export function createFakeFeed({ pageSize = 2, startFirst = true } = {}) {
  const clock = createFakeClock(1_000_000);
  const items = new Map<string, { readonly version: string; readonly part?: string }>();
  const log: string[] = [];
  const ledger = new Map<string, { readonly version: string }>();
  const requests: string[] = [];
  let epoch = 0;
  const entryOf = (id: string): DeltaEntry<string> => {
    const item = items.get(id);
    return item ? { kind: "item", id, item: id, version: item.version } : { kind: "gone", id };
  };
  const pageOf = (ids: readonly string[], page: string | undefined): DeltaPage<string> => {
    const [from = String(epoch), offset = "0"] = page?.split(":") ?? [];
    if (from !== String(epoch)) throw new ExpiredCursorError("Cannot go on: the page is not known");
    const end = Number(offset) + pageSize;
    const entries = ids.slice(Number(offset), end).map(entryOf);
    return { entries, ...(end < ids.length && { next: `${epoch}:${end}` }) };
  };
  const token = () => `${epoch}:${log.length}`;
  const put = (id: string, version = `${log.length + 1}`, part?: string) => {
    items.delete(id);
    items.set(id, { version, ...(part !== undefined && { part }) });
    log.push(id);
  };
  const options: DeltaOptions<string> = {
    clock,
    newestFirst: true,
    known: async (ids) =>
      new Map(ids.flatMap((id) => (ledger.has(id) ? [[id, ledger.get(id) ?? { version: "" }]] : []))),
    ...(startFirst && {
      start: async () => {
        requests.push("start");
        return token();
      },
    }),
    list: async ({ part, page }) => {
      requests.push(part === undefined ? "list" : `list ${part}`);
      const ids = [...items.keys()]
        .reverse()
        .filter((id) => part === undefined || items.get(id)?.part === part);
      const list = pageOf(ids, page);
      return startFirst || list.next !== undefined ? list : { ...list, token: token() };
    },
    changes: async ({ token: given, page }) => {
      requests.push("changes");
      const [from, since] = given.split(":");
      if (from !== String(epoch)) throw new ExpiredCursorError("Cannot go on: the token is not known");
      const list = pageOf([...new Set(log.slice(Number(since)))], page);
      return list.next === undefined ? { ...list, token: token() } : list;
    },
    deliver: async (ids) => documentsOf(ids, (id) => items.get(id)?.version ?? ""),
    findGone: async () => {
      requests.push("findGone");
      return [...ledger.keys()].filter((id) => !items.has(id));
    },
  };
  const commit = (page: PullPage) => {
    for (const { id, version } of page.documents) ledger.set(id, { version });
    for (const id of page.deletions) ledger.delete(id);
  };
  return {
    ...{ clock, options, requests, log, put, commit },
    remove: (id: string) => {
      items.delete(id);
      log.push(id);
    },
    expire: () => {
      epoch++;
    },
    ledger: () => [...ledger.keys()].sort(),
  };
}

function documentsOf(ids: readonly string[], versionOf: (id: string) => string): DeliveredItems {
  const documents = ids.map((id) => sourceDocumentFixture({ id, version: versionOf(id), updatedAt: 5 }));
  return { documents, deletions: [], failures: [] };
}

/** Pulls and commits to the end of a pass; returns its pages. */
export async function pullPass(
  connector: Pick<Connector, "pull">,
  cursor: string | undefined,
  onPage: (page: PullPage) => void,
): Promise<readonly PullPage[]> {
  const pages: PullPage[] = [];
  for (let at = cursor; pages.at(-1)?.done !== true && pages.length < 100; at = pages.at(-1)?.cursor) {
    const page = await connector.pull(at, new AbortController().signal);
    pages.push(page);
    onPage(page);
  }
  return pages;
}
