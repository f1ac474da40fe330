import type { Settings } from "../../../model/source";

/** A `number` setting between bounds; the initial one when it is empty or no number. */
export function readNumberSetting(
  settings: Settings,
  key: string,
  { initial, min, max }: { readonly initial: number; readonly min: number; readonly max: number },
): number {
  const entered = settings[key];
  const number = entered === undefined || entered === "" ? Number.NaN : Number(entered);
  return Number.isNaN(number) ? initial : Math.min(max, Math.max(min, number));
}
