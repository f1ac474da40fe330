import type { CallContext } from "../../messaging/engine-server";

/** A call whose events nobody looks at. */
export function createFakeCall(): CallContext<unknown> {
  return { emit: () => {}, signal: new AbortController().signal };
}
