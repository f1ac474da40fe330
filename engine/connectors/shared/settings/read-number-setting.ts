import type { Settings } from "../../../model/source";

/** A `number` setting, clamped to its bounds; `initial` when it is empty or not a number. */
export function readNumberSetting(
  settings: Settings,
  key: string,
  { initial, min, max }: { readonly initial: number; readonly min: number; readonly max: number },
): number {
  const entered = settings[key];
  const number = entered === undefined || entered === "" ? Number.NaN : Number(entered);
  return Number.isNaN(number) ? initial : Math.min(max, Math.max(min, number));
}
