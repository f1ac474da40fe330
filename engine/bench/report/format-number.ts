/** Milliseconds with three significant digits, seconds from ten of them on. */
export function formatMs(value: number | undefined): string {
  if (value === undefined) return "–";
  if (value >= 10_000) return `${formatPlain(value / 1000)} s`;
  return `${formatPlain(value)} ms`;
}

export function formatBytes(value: number | undefined): string {
  if (value === undefined) return "–";
  if (value < 100_000) return `${formatPlain(value / 1e3)} kB`;
  return `${formatPlain(value / 1e6)} MB`;
}

/** Three significant digits, and none after the point above a hundred. */
export function formatPlain(value: number): string {
  if (value === 0) return "0";
  if (value >= 100) return Math.round(value).toLocaleString("en");
  const digits = value >= 10 ? 1 : value >= 1 ? 2 : 3;
  return value.toFixed(digits);
}
