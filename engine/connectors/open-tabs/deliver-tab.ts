import { hasCode } from "../../errors/error-code";
import type { KnownItem } from "../../model/pull-page";
import type { SourceDocument } from "../../model/source-document";
import type { Tabs } from "../../ports/tabs";
import { sha256Hex } from "../../util/sha256-hex";
import { wait } from "../../util/wait";
import { withTimeout } from "../../util/with-timeout";
import { toTitleOnlyDocument } from "../shared/pages/deliver-page";
import type { Delivery } from "../shared/pull/listing/delivery";

export interface DeliverTabOptions {
  readonly tabId: number;
  readonly known: KnownItem | undefined;
  readonly tabs: Tabs;
  readonly signal: AbortSignal;
  /** Timeout for reading the page of a tab, in milliseconds; 10 seconds by default. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;

/**
 * Delivers the current page of a tab. It is read again when the tab was used since. A tab that cannot be read is
 * delivered by title and retried in every pass, because the person may grant access to its site at any time.
 */
export async function deliverTab(
  described: SourceDocument,
  { tabId, known, tabs, signal, timeoutMs = TIMEOUT_MS }: DeliverTabOptions,
): Promise<Delivery | undefined> {
  const version = `${described.version} ${described.updatedAt} page`;
  if (known?.version === version) return undefined;
  // A discarded or unresponsive tab may never reply.
  const html = await readHtml(tabs, tabId, { signal, timeoutMs });
  if (html === undefined) {
    const unread = `${described.version} unread`;
    if (known?.version === unread) return undefined;
    const document = toTitleOnlyDocument(
      { ...described, version: unread },
      "Chrome does not let Atlas read this tab",
    );
    return { kind: "document", document };
  }
  const contentHash = await sha256Hex(new TextEncoder().encode(html));
  if (known?.contentHash === contentHash) return { kind: "touched", item: { id: described.id, version } };
  const content = { kind: "text", mediaType: "text/html", text: html } as const;
  return { kind: "document", document: { ...described, version, contentHash, content } };
}

/** The HTML of a tab; undefined when Chrome denies access or the tab takes too long. */
async function readHtml(
  tabs: Tabs,
  tabId: number,
  { signal, timeoutMs }: { signal: AbortSignal; timeoutMs: number },
): Promise<string | undefined> {
  try {
    return await withTimeout({ wait, milliseconds: timeoutMs, signal }, () => tabs.readHtml(tabId));
  } catch (error) {
    signal.throwIfAborted();
    if (hasCode(error, "unavailable")) return undefined;
    throw error;
  }
}
