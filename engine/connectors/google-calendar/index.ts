import type { ConnectorDefinition } from "../connector";
import { createCalendarConnector } from "./create-calendar-connector";
import { INITIAL_DAYS } from "./filter";
import { serviceBehaviour, serviceDeclaration } from "./service";

export const googleCalendar: ConnectorDefinition = {
  declaration: {
    id: "google-calendar",
    name: "Google Calendar",
    description: "Events of your calendars, with place, people and description.",
    reads: [
      "Time in the event's own zone and in yours, and how it repeats",
      "Place, ways to join of any provider, description",
      "Who accepted, declined or has not answered, and rooms",
      "Titles and links of attached documents",
      "Absences, focus time, working locations and birthdays",
    ],
    notRead: [
      "Contents of attached documents (Google Drive reads them)",
      "Calendars that show only whether a time is taken",
      "Holidays and other calendars that Google generates, unless named",
      "Tasks and appointment schedules",
      "Reminders and colours",
    ],
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
        initial: INITIAL_DAYS,
      },
      {
        key: "daysAhead",
        label: "Days ahead",
        help: "Events that begin later are left out until their time comes.",
        kind: "number",
        initial: INITIAL_DAYS,
      },
    ],
    multiple: true,
    addedBy: "sign-in",
    intervalMinutes: 10,
    pruneMinutes: 24 * 60,
    service: serviceDeclaration,
  },
  service: serviceBehaviour,
  create: createCalendarConnector,
};
