import type { Bundle, BundleKind } from "./create-bundles";

export interface UpdateParts {
  readonly bundles: readonly Bundle[];
  /** Makes the browser load what changed; returns what was done, in words. */
  readonly reload: (kinds: ReadonlySet<BundleKind>) => Promise<string>;
  readonly say: (line: string) => void;
  /** Milliseconds, from any beginning. */
  readonly now: () => number;
}

export interface Updates {
  /** Takes in files that changed; resolves once the browser shows them, or why not was said. Never rejects. */
  add(paths: readonly string[]): Promise<void>;
}

/**
 * Builds what reads the files that changed, one time after the other, and has it loaded. What does not compile is
 * printed, and the browser keeps what it has until all compiles again.
 */
export function createUpdates({ bundles, reload, say, now }: UpdateParts): Updates {
  const waiting = new Set<string>();
  /** Built, but not yet loaded, because something else did not compile. */
  const unloaded = new Set<BundleKind>();
  let running = Promise.resolve();

  async function update(): Promise<void> {
    const paths = [...waiting];
    waiting.clear();
    const touched = bundles.filter((bundle) => paths.some((path) => bundle.reads(path)));
    if (touched.length === 0) return;
    const began = now();
    const outcomes = await Promise.all(touched.map((bundle) => bundle.build()));
    const changed = touched.filter((_, at) => outcomes[at]?.changed);
    for (const { kind } of changed) unloaded.add(kind);
    const problems = new Set(outcomes.flatMap(({ problems }) => problems));
    for (const problem of problems) say(problem.trimEnd());
    if (problems.size > 0) return say("Not loaded: the browser keeps what it has until this compiles");
    if (unloaded.size === 0) return;
    const built = now();
    const kinds = new Set(unloaded);
    const done = await reload(kinds);
    for (const kind of kinds) unloaded.delete(kind);
    const names = changed.map(({ name }) => name).join(", ");
    say(`${names} built in ${Math.round(built - began)} ms; ${done} after ${Math.round(now() - began)} ms`);
  }

  return {
    add: (paths) => {
      for (const path of paths) waiting.add(path);
      running = running.then(update).catch((error) => say(`Cannot update Atlas: ${error}`));
      return running;
    },
  };
}
