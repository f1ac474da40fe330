import type { Settings } from "../../../model/source";

/**
 * Start (UTC) of the day in a `date` setting, milliseconds since the epoch; undefined when it is empty or invalid.
 */
export function readDateSetting(settings: Settings, key: string): number | undefined {
  const time = Date.parse(`${settings[key] ?? ""}T00:00:00Z`);
  return Number.isNaN(time) ? undefined : time;
}
