import type { Connector } from "../../connector";

/**
 * Wraps a pull so that the first one verifies the names in the settings. Later a missing name is not a mistake of the
 * person: its items are gone, and the others are still read.
 */
export function checkOnFirstPull(
  { pull }: Pick<Connector, "pull">,
  check: (signal: AbortSignal) => Promise<void>,
): Pick<Connector, "pull"> {
  return {
    pull: async (cursor, signal) => {
      if (cursor === undefined) await check(signal);
      return pull(cursor, signal);
    },
  };
}
