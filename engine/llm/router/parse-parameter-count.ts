const SIZE = /(?:^|[^a-z0-9.])(\d+(?:\.\d+)?)([mb])(?![a-z0-9])/i;

/** How many parameters a model has by its name ("SmolLM2 135M", "llama3.2:1b"); undefined where that does not say. */
export function parseParameterCount(name: string): number | undefined {
  const [, amount, unit] = SIZE.exec(name) ?? [];
  if (amount === undefined || unit === undefined) return undefined;
  return Number(amount) * (unit.toLowerCase() === "m" ? 1e6 : 1e9);
}
