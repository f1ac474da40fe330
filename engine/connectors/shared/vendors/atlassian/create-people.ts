import type { PersonNames } from "./name-mentions";

/** Names of people by their ids; unknown ones are missing. */
export type FindPeople = (ids: readonly string[], signal: AbortSignal) => Promise<PersonNames>;

/** Each unknown id is a request; most are of people who left. */
const MAX_LOOKUPS = 50;

/**
 * Finds the names of people one by one, each id once in the life of a connector, and at most fifty ids at once; the
 * others keep their ids.
 */
export function createPeople(
  find: (id: string, signal: AbortSignal) => Promise<string | undefined>,
): FindPeople {
  const found = new Map<string, string | undefined>();
  return async (ids, signal) => {
    const unknown = [...new Set(ids)].filter((id) => !found.has(id)).slice(0, MAX_LOOKUPS);
    for (const id of unknown) found.set(id, await find(id, signal));
    return new Map(
      ids.flatMap((id) => {
        const name = found.get(id);
        return name === undefined ? [] : [[id, name] as const];
      }),
    );
  };
}
