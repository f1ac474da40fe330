import type { ServiceBehaviour, ServiceDeclaration } from "../service";
import { createGoogleService } from "../shared/vendors/google/create-google-service";
import { createGoogleSignIn, GOOGLE_TOKEN_HOST } from "../shared/vendors/google/sign-in";
import { createDriveClient } from "./client";

export const serviceDeclaration: ServiceDeclaration = {
  hosts: ["https://www.googleapis.com/*", GOOGLE_TOKEN_HOST],
  signIn: createGoogleSignIn({
    scopes: ["https://www.googleapis.com/auth/drive.readonly"],
    allows: "read the files in your Drive",
  }),
  limits: [{ id: "requests", requests: 600, windowMs: 60_000 }],
  concurrent: 8,
  liveSearch: true,
};

export const serviceBehaviour: ServiceBehaviour = createGoogleService(async ({ api, signal }) => {
  const { permissionId, emailAddress, displayName } = await createDriveClient(api).about(signal);
  return { id: permissionId, name: emailAddress ?? displayName ?? permissionId };
});
