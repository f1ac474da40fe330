import type { Connector } from "../../connector";

/**
 * A pull that begins by finding out whether what the person named in the settings is there at all. Later it is no
 * mistake of theirs when something has gone: its items are gone, too, and the others are read on.
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
