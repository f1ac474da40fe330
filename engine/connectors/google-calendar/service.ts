import type { ServiceBehaviour, ServiceDeclaration } from "../service";
import { createGoogleService } from "../shared/vendors/google/create-google-service";
import { createGoogleSignIn, GOOGLE_TOKEN_HOST } from "../shared/vendors/google/sign-in";
import { createCalendarClient } from "./client";

export const serviceDeclaration: ServiceDeclaration = {
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
};

export const serviceBehaviour: ServiceBehaviour = createGoogleService(async ({ api, signal }) => {
  // The id of a person's own calendar is their address.
  const { id } = await createCalendarClient(api).primary(signal);
  return { id, name: id };
});
