import { expect } from "vitest";
import { createFuse } from "../fuse";
import { expectCurrent, inLab } from "./expectations";
import type { ServiceCheck } from "./service-check";
import type { LabPassOptions, ServiceLab, ServiceSubject } from "./service-lab";

/** Chrome may end the worker before any request and any store call. */
export const killChecks: readonly ServiceCheck[] = [
  {
    title: "killed at any step of the first pass, goes on and neither loses nor doubles an item",
    run: (subject) => killedEverywhere(subject, { pullOnly: true }),
  },
  {
    title: "killed at any step of a later pass, goes on and neither loses nor doubles an item",
    run: (subject) =>
      killedEverywhere(subject, {
        prepare: async (lab) => {
          await lab.pass();
          lab.create("lagoon");
          lab.update("willow");
          lab.remove("ember");
        },
      }),
  },
];

interface KillOptions extends Pick<LabPassOptions, "pullOnly"> {
  readonly prepare?: (lab: ServiceLab) => Promise<void>;
}

async function killedEverywhere(
  subject: ServiceSubject,
  { prepare, pullOnly = false }: KillOptions,
): Promise<void> {
  let killed = true;
  for (let step = 1; killed; step++) {
    await inLab(subject, {}, async (lab) => {
      lab.create("quartz", "willow", "ember");
      await prepare?.(lab);
      const fuse = createFuse(step);
      const end = await lab.pass({ fuse, pullOnly }).then(
        () => "ended",
        () => "failed",
      );
      killed = fuse.blown;
      expect(end).toBe(killed ? "failed" : "ended");
      await lab.pass({ pullOnly });
      await expectCurrent(lab);
    });
  }
}
