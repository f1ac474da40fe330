const UNITS = ["bytes", "KB", "MB", "GB", "TB"] as const;

/** "13.2 MB"; units are powers of 1,000, as for disks and in browsers. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let step = 0;
  // 999.5 would be rounded to "1000", which belongs to the next unit.
  while (value >= 999.5 && step < UNITS.length - 1) {
    value /= 1000;
    step += 1;
  }
  const digits = step === 0 || value >= 99.95 ? 0 : 1;
  return `${value.toFixed(digits)} ${UNITS[step]}`;
}
