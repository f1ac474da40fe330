import { DAY_MS } from "../../util/durations";
import { assertNamesExist } from "../api/assert-names-exist";
import { checkOnFirstPull } from "../api/check-on-first-pull";
import { once } from "../api/once";
import { readListSetting } from "../api/read-list-setting";
import { readNumberSetting } from "../api/read-number-setting";
import type { ConnectorDefinition } from "../connector";
import { createGoogleService } from "../google/create-google-service";
import { createGoogleSignIn, GOOGLE_TOKEN_HOST } from "../google/sign-in";
import { createCalendarClient } from "./client";
import { createCalendarConnector } from "./create-calendar-connector";
import type { Calendar } from "./schema";
import { calendarName } from "./to-document";

const DAYS_PER_YEAR = 365;
const CALENDAR_SETTING = { what: "calendar", from: "Google Calendar", setting: "Calendars" };
/** A person's lifetime; dates have an end. */
const MAX_DAYS = 100 * DAYS_PER_YEAR;

export const googleCalendar: ConnectorDefinition = {
  declaration: {
    id: "google-calendar",
    name: "Google Calendar",
    description: "Events of your calendars, with place, people and description.",
    icon: "calendar",
    permissions: [],
    settings: [
      {
        key: "calendars",
        label: "Calendars",
        help: "Names of calendars, separated by commas. Empty for all in your list but holidays and birthdays.",
        kind: "list",
        initial: "",
      },
      {
        key: "daysBack",
        label: "Days back",
        help: "Events that ended longer ago are left out.",
        kind: "number",
        initial: DAYS_PER_YEAR,
      },
      {
        key: "daysAhead",
        label: "Days ahead",
        help: "Events that begin later are left out until their time comes.",
        kind: "number",
        initial: DAYS_PER_YEAR,
      },
    ],
    multiple: true,
    addedBy: "sign-in",
    intervalMinutes: 10,
    pruneMinutes: 24 * 60,
    service: {
      hosts: ["https://www.googleapis.com/*", GOOGLE_TOKEN_HOST],
      signIn: createGoogleSignIn({
        scopes: [
          "https://www.googleapis.com/auth/calendar.calendarlist.readonly",
          "https://www.googleapis.com/auth/calendar.events.readonly",
        ],
        allows: "read your list of calendars and their events",
      }),
      limits: [{ id: "requests", requests: 300, windowMs: 60_000 }],
      concurrent: 8,
      liveSearch: true,
    },
  },
  service: createGoogleService(async ({ api, signal }) => {
    // The id of a person's own calendar is their address.
    const { id } = await createCalendarClient(api).primary(signal);
    return { id, name: id };
  }),
  create: ({ source, api, clock, known, withPrefix }) => {
    const { settings } = source;
    const client = createCalendarClient(api);
    const names = readListSetting(settings, "calendars");
    const days = (key: string) =>
      readNumberSetting(settings, key, { initial: DAYS_PER_YEAR, min: 0, max: MAX_DAYS }) * DAY_MS;
    const window = { from: clock.now() - days("daysBack"), to: clock.now() + days("daysAhead") };
    const all = once((signal) => client.calendars(signal));
    const connector = createCalendarConnector({
      ...{ client, clock, known, withPrefix, window },
      calendars: async (signal) => (await all(signal)).filter((calendar) => isWanted(calendar, names)),
    });
    const check = async (signal: AbortSignal) =>
      assertNamesExist(names, (await all(signal)).map(calendarName), CALENDAR_SETTING);
    return { ...connector, ...checkOnFirstPull(connector, check) };
  },
};

/** Google marks calendars it fills itself (holidays, birthdays, weeks) by a "#" in their id. */
function isWanted(calendar: Calendar, names: readonly string[]): boolean {
  if (calendar.accessRole === "freeBusyReader") return false;
  if (names.length > 0) {
    const name = calendarName(calendar).toLowerCase();
    return names.some((wanted) => wanted.toLowerCase() === name);
  }
  return calendar.hidden !== true && !calendar.id.includes("#");
}
