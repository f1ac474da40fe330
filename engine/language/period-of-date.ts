/** The stretch of time of a date, a month or a year, in milliseconds since the epoch, its end exclusive. */
export function periodOfDate(date: string): readonly [number, number] {
  const [year = 0, month, day] = date.split("-").map(Number);
  const first = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  if (month === undefined) return [first, Date.UTC(year + 1, 0, 1)];
  return [first, day === undefined ? Date.UTC(year, month, 1) : Date.UTC(year, month - 1, day + 1)];
}
