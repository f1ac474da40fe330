import { useLayoutEffect, useRef } from "react";

type Functions = Readonly<Record<string, (...args: never[]) => unknown>>;

/** The same functions under identities that never change, so that what they are handed to is not drawn again. */
export function useStable<T extends object & { readonly [K in keyof T]: Functions[string] }>(
  functions: T,
): T {
  const latest = useRef(functions);
  useLayoutEffect(() => {
    latest.current = functions;
  });
  const stable = useRef<T>(undefined);
  stable.current ??= Object.fromEntries(
    Object.keys(functions).map((name) => [
      name,
      (...args: never[]) => latest.current[name as keyof T](...args),
    ]),
  ) as T;
  return stable.current;
}
