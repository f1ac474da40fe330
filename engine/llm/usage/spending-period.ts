/** Midnight before this time in the computer's time zone; milliseconds since the epoch. */
export function startOfDay(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0);
}

/** Midnight before the first day of this time's month in the computer's time zone. */
export function startOfMonth(time: number): number {
  const date = new Date(time);
  return new Date(date.getFullYear(), date.getMonth(), 1).getTime();
}
