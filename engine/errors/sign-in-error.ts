import { AtlasError } from "./atlas-error";

/** The vendor refuses the credential, or there is none. The person must sign in again. */
export class SignInError extends AtlasError {
  constructor(message: string, options?: { cause?: unknown }) {
    super("sign-in", message, options);
  }
}
