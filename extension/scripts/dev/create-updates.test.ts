import { beforeEach, expect, test, vi } from "vitest";
import type { Bundle, BundleKind, BundleOutcome } from "./create-bundles";
import { createUpdates } from "./create-updates";

const CHANGED: BundleOutcome = { changed: true, problems: [] };
const UNCHANGED: BundleOutcome = { changed: false, problems: [] };
const BROKEN: BundleOutcome = { changed: false, problems: ['Expected "}"'] };

let lines: string[];
let reloads: (readonly BundleKind[])[];
let outcomes: Record<string, BundleOutcome>;

beforeEach(() => {
  [lines, reloads] = [[], []];
  outcomes = { page: CHANGED, worker: CHANGED };
});

/** A page that reads page.ts and shared.ts, and a worker that reads worker.ts and shared.ts. */
function start(reload = async () => "reloaded") {
  const bundle = (name: string, kind: BundleKind): Bundle => ({
    name,
    kind,
    build: async () => outcomes[name] ?? UNCHANGED,
    reads: (path) => [`${name}.ts`, "shared.ts"].includes(path),
    dispose: async () => {},
  });
  return createUpdates({
    bundles: [bundle("page", "page"), bundle("worker", "engine")],
    reload: (kinds) => {
      reloads.push([...kinds]);
      return reload();
    },
    say: (line) => lines.push(line),
    now: () => 0,
  });
}

test("an update builds and loads what reads the changed file, and nothing else", async () => {
  const updates = start();
  await updates.add(["page.ts"]);
  expect(reloads).toEqual([["page"]]);
  await updates.add(["shared.ts"]);
  expect(reloads.at(-1)).toEqual(["page", "engine"]);
  await updates.add(["page.test.ts"]);
  expect(reloads).toHaveLength(2);
  expect(lines[0]).toBe("page built in 0 ms; reloaded after 0 ms");
});

test("an update loads nothing when the output is what it was", async () => {
  outcomes.page = UNCHANGED;
  await start().add(["page.ts"]);
  expect(reloads).toEqual([]);
});

test("what does not compile is printed, and what else changed is loaded once it compiles", async () => {
  const updates = start();
  outcomes.page = BROKEN;
  await updates.add(["shared.ts"]);
  expect(reloads).toEqual([]);
  expect(lines).toEqual(['Expected "}"', "Not loaded: the browser keeps what it has until this compiles"]);
  outcomes.page = CHANGED;
  await updates.add(["page.ts"]);
  expect(reloads).toEqual([["engine", "page"]]);
});

test("an update that cannot be loaded is printed, and tried again with the next one", async () => {
  const reload = vi.fn(async () => "reloaded").mockRejectedValueOnce(new Error("Target closed"));
  const updates = start(reload);
  await updates.add(["worker.ts"]);
  expect(lines).toEqual(["Cannot update Atlas: Error: Target closed"]);
  await updates.add(["page.ts"]);
  expect(reloads.at(-1)).toEqual(["engine", "page"]);
});
