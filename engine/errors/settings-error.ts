import { AtlasError } from "./atlas-error";

/** The settings the person entered cannot work. The message names the field and how to correct it. */
export class SettingsError extends AtlasError {
  constructor(message: string, options?: { cause?: unknown }) {
    super("settings", message, options);
  }
}
