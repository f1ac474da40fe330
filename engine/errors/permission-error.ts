import { AtlasError } from "./atlas-error";

/** The person must grant access again (a folder, a browser permission, a site) before the source can go on. */
export class PermissionError extends AtlasError {
  constructor(message: string, options?: { cause?: unknown }) {
    super("permission", message, options);
  }
}
