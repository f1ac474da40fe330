/** "2026-11-02 18:05 UTC"; "" for no time. */
export function timeWords(time: number | undefined): string {
  if (time === undefined || Number.isNaN(new Date(time).getTime())) return "";
  return `${new Date(time).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

/** Milliseconds since the epoch of a time in ISO 8601; undefined for anything else. */
export function parseTime(time: string | undefined): number | undefined {
  const parsed = time === undefined ? Number.NaN : Date.parse(time);
  return Number.isNaN(parsed) ? undefined : parsed;
}
