/** Code as a fenced Markdown block; the fence outgrows any run of backticks inside. */
export function fenceCode(code: string, language?: string | null): string {
  const runs = code.match(/`{3,}/g) ?? [];
  const fence = "`".repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  return `${fence}${language ?? ""}\n${code}\n${fence}`;
}
