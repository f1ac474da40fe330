import type { ServiceBehaviour, ServiceDeclaration } from "../service";
import { createGoogleService } from "../shared/vendors/google/create-google-service";
import { createGoogleSignIn, GOOGLE_TOKEN_HOST } from "../shared/vendors/google/sign-in";
import { createGmailClient } from "./client";

export const serviceDeclaration: ServiceDeclaration = {
  hosts: ["https://gmail.googleapis.com/*", GOOGLE_TOKEN_HOST],
  signIn: createGoogleSignIn({
    scopes: ["https://www.googleapis.com/auth/gmail.readonly"],
    allows: "read your mail",
  }),
  limits: [{ id: "requests", requests: 600, windowMs: 60_000 }],
  concurrent: 8,
  liveSearch: true,
};

export const serviceBehaviour: ServiceBehaviour = createGoogleService(async ({ api, signal }) => {
  const { emailAddress } = await createGmailClient(api).profile(signal);
  return { id: emailAddress, name: emailAddress };
});
