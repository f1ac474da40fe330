import { AtlasError } from "./atlas-error";

/** What the person entered cannot work; the message names the field and the remedy. */
export class SettingsError extends AtlasError {
  constructor(message: string, options?: { cause?: unknown }) {
    super("settings", message, options);
  }
}
