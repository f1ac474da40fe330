import type { Settings } from "../../model/source";

/** A `number` setting between bounds; the initial one when it is empty or no number. */
export function readNumberSetting(
  settings: Settings,
  key: string,
  { initial, least, most }: { readonly initial: number; readonly least: number; readonly most: number },
): number {
  const entered = settings[key];
  const number = entered === undefined || entered === "" ? Number.NaN : Number(entered);
  return Number.isNaN(number) ? initial : Math.min(most, Math.max(least, number));
}
