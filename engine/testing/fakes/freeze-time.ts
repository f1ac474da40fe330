import type { FakeTime } from "./fake-time";

/** The object, with time stopped during its method calls. */
export function freezeTime<T extends object>(target: T, time: FakeTime): T {
  const methods = Object.entries(target).map(([name, value]: [string, unknown]) => [
    name,
    typeof value === "function"
      ? (...args: unknown[]) => time.freezeDuring(async () => value.apply(target, args))
      : value,
  ]);
  return Object.fromEntries(methods);
}
