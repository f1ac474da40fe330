import type { Settings } from "../../../model/source";

/** The names in a `list` setting; empty when the setting is. */
export function readListSetting(settings: Settings, key: string): readonly string[] {
  return String(settings[key] ?? "")
    .split(/[,\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
