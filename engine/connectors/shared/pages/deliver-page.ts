import type { KnownItem } from "../../../model/pull-page";
import type { SourceDocument } from "../../../model/source-document";
import type { Clock } from "../../../ports/clock";
import type { Fetch } from "../../../ports/fetch";
import { DAY_MS } from "../../../util/durations";
import { hasElapsed } from "../../../util/has-elapsed";
import type { Delivery } from "../pull/listing/delivery";
import { fetchPage } from "./fetch-page";

export interface DeliverPageOptions {
  /** Whether the page itself is read, not only its title. */
  readonly readPages: boolean;
  readonly known: KnownItem | undefined;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** A page that could not be fetched is retried after a day at the earliest. */
const RETRY_AFTER_MS = DAY_MS;

/**
 * Delivers a listed web page. `described` is its document by title and address alone; where pages are read, the
 * fetched content replaces the description.
 *
 * The version distinguishes three states, so that later passes know what happened: `V` described, `V page` read, `V
 * page unread <time> <problem>` fetched without success at that time.
 */
export async function deliverPage(
  described: SourceDocument,
  options: DeliverPageOptions,
): Promise<Delivery | undefined> {
  const { known, clock, signal } = options;
  if (!options.readPages) {
    return known?.version === described.version ? undefined : { kind: "document", document: described };
  }
  const version = `${described.version} page`;
  const unread = `${version} unread `;
  if (known?.version === version || isRetryTooSoon(known, unread, clock.now())) return undefined;

  const page = await fetchPage(described.url, { fetch: options.fetch, signal });
  if (!("problem" in page)) {
    return { kind: "document", document: { ...described, version, content: { kind: "bytes", ...page } } };
  }
  const unreadVersion = `${unread}${clock.now()} ${page.problem}`;
  if (known?.version.startsWith(unread) && known.version.endsWith(` ${page.problem}`)) {
    return { kind: "touched", item: { id: described.id, version: unreadVersion } };
  }
  return {
    kind: "document",
    document: toTitleOnlyDocument({ ...described, version: unreadVersion }, page.problem),
  };
}

/** The description of a page whose content could not be fetched, with the reason as a note. */
export function toTitleOnlyDocument(described: SourceDocument, problem: string): SourceDocument {
  const text = described.content.kind === "text" ? described.content.text : described.title;
  const note = `Indexed by title only: ${problem}`;
  return { ...described, content: { kind: "text", mediaType: "text/plain", text, note } };
}

function isRetryTooSoon(known: KnownItem | undefined, unread: string, now: number): boolean {
  if (!known?.version.startsWith(unread)) return false;
  const askedAt = Number.parseInt(known.version.slice(unread.length), 10);
  return !hasElapsed(askedAt, RETRY_AFTER_MS, now);
}
