/** Milliseconds that `action` took. */
export async function timed(action: () => unknown): Promise<number> {
  const begin = performance.now();
  const result = action();
  if (result instanceof Promise) await result;
  return performance.now() - begin;
}
