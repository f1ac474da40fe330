import { expect } from "vitest";
import { createFuse } from "../../crash-recovery/fuse";
import { expectInSync, withFixture } from "./expectations";
import type { ServiceCheck } from "./service-check";
import type { FixturePassOptions, ServiceSubject, SuiteFixture } from "./suite-fixture";

/** Checks of kills: Chrome may end the worker before any request and any store call. */
export const killChecks: readonly ServiceCheck[] = [
  {
    title: "killed at any step of the first pass, resumes and neither loses nor duplicates an item",
    run: (subject) => killAtEveryStep(subject, { pullOnly: true }),
  },
  {
    title: "killed at any step of a later pass, resumes and neither loses nor duplicates an item",
    run: (subject) =>
      killAtEveryStep(subject, {
        prepare: async (fixture) => {
          await fixture.pass();
          fixture.create("lagoon");
          fixture.update("willow");
          fixture.remove("ember");
        },
      }),
  },
];

interface KillOptions extends Pick<FixturePassOptions, "pullOnly"> {
  readonly prepare?: (fixture: SuiteFixture) => Promise<void>;
}

async function killAtEveryStep(
  subject: ServiceSubject,
  { prepare, pullOnly = false }: KillOptions,
): Promise<void> {
  let killed = true;
  for (let step = 1; killed; step++) {
    await withFixture(subject, {}, async (fixture) => {
      fixture.create("quartz", "willow", "ember");
      await prepare?.(fixture);
      const fuse = createFuse(step);
      const end = await fixture.pass({ fuse, pullOnly }).then(
        () => "ended",
        () => "failed",
      );
      killed = fuse.blown;
      expect(end).toBe(killed ? "failed" : "ended");
      await fixture.pass({ pullOnly });
      await expectInSync(fixture);
    });
  }
}
