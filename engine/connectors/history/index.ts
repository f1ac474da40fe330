import { SettingsError } from "../../errors/settings-error";
import type { Settings } from "../../model/source";
import { DAY_MS } from "../../util/durations";
import type { ConnectorContext, ConnectorDefinition } from "../connector";
import { createPageListConnector } from "../pages/create-page-list-connector";
import { readPagesField } from "../pages/read-pages-field";
import { isBrowserPage } from "../pages/web-address";
import { dedupeVisits } from "./dedupe-visits";
import { toDocument } from "./to-document";

/** Chrome itself forgets after 90 days. */
const DAYS_BACK = 90;

export const history: ConnectorDefinition = {
  declaration: {
    id: "history",
    name: "History",
    description: "The pages you visited lately.",
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
    // Visits leave the window as time passes, which no event tells.
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
