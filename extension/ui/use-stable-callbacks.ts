import { useLayoutEffect, useRef } from "react";

type Callbacks = Readonly<Record<string, (...args: never[]) => unknown>>;

/** Callbacks with a stable identity, so that memoized components are not rendered again. */
export function useStableCallbacks<T extends object & { readonly [K in keyof T]: Callbacks[string] }>(
  callbacks: T,
): T {
  const latest = useRef(callbacks);
  useLayoutEffect(() => {
    latest.current = callbacks;
  });
  const stable = useRef<T>(undefined);
  stable.current ??= Object.fromEntries(
    Object.keys(callbacks).map((name) => [
      name,
      (...args: never[]) => latest.current[name as keyof T](...args),
    ]),
  ) as T;
  return stable.current;
}
