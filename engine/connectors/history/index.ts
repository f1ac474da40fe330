import { SettingsError } from "../../errors/settings-error";
import type { Settings } from "../../model/source";
import type { HistoryEntry } from "../../ports/history";
import { DAY_MS } from "../../util/durations";
import type { ConnectorContext, ConnectorDefinition } from "../connector";
import { createPageListConnector } from "../shared/pages/create-page-list-connector";
import { readPagesField } from "../shared/pages/read-pages-field";
import { isBrowserPage, withoutFragment } from "../shared/pages/web-address";
import { toDocument } from "./to-document";

/** Chrome deletes its history after 90 days. */
const DAYS_BACK = 90;

export const history: ConnectorDefinition = {
  declaration: {
    id: "history",
    name: "History",
    description: "The pages you visited lately.",
    reads: [
      "Titles and addresses of the pages you visited",
      "The pages themselves, where you switch that on",
    ],
    notRead: ["What a page shows only after signing in", "Visits in private windows"],
    icon: "clock",
    permissions: ["history"],
    settings: [
      {
        key: "daysBack",
        label: "Days back",
        help: "Pages not visited for longer leave Atlas.",
        kind: "number",
        initial: DAYS_BACK,
      },
      readPagesField,
    ],
    multiple: false,
    addedBy: "switch",
    changeEvents: ["history.onVisited", "history.onVisitRemoved"],
    // Visits leave the window as time passes, and no event reports that.
    intervalMinutes: 6 * 60,
  },
  create: (context) => createPageListConnector(context, () => list(context)),
};

async function list({ source, clock, history }: ConnectorContext) {
  const entries = await history.list(clock.now() - daysBack(source.settings) * DAY_MS);
  return dedupeVisits(entries.filter(({ url }) => !isBrowserPage(url))).map(toDocument);
}

function daysBack({ daysBack = DAYS_BACK }: Settings): number {
  if (typeof daysBack === "number" && daysBack > 0) return daysBack;
  throw new SettingsError(
    `Cannot read history: "Days back" is ${JSON.stringify(daysBack)}; enter a number above 0`,
  );
}

/** One entry per page, newest first: addresses that differ only in the fragment are the same page. */
function dedupeVisits(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const pages = new Map<string, HistoryEntry>();
  for (const entry of entries.toSorted((one, other) => other.lastVisitAt - one.lastVisitAt)) {
    const url = withoutFragment(entry.url);
    const newer = pages.get(url);
    // A visit that ended before the page had loaded has no title; the title of an older visit is used.
    pages.set(url, newer ? { ...newer, title: newer.title || entry.title } : { ...entry, url });
  }
  return [...pages.values()];
}
