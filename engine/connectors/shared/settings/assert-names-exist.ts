import { SettingsError } from "../../../errors/settings-error";

export interface NamedSetting {
  /** What the names denote: "team". */
  readonly what: string;
  /** The vendor's name. */
  readonly from: string;
  /** The setting's label. */
  readonly setting: string;
}

/** Throws SettingsError for the first wanted name that does not exist; case is ignored. */
export function assertNamesExist(
  wanted: readonly string[],
  existing: Iterable<string>,
  { what, from, setting }: NamedSetting,
): void {
  const known = new Set(Array.from(existing, (name) => name.toLowerCase()));
  const missing = wanted.find((name) => !known.has(name.toLowerCase()));
  if (missing !== undefined)
    throw new SettingsError(`Cannot find ${what} "${missing}" in ${from}: change "${setting}"`);
}
