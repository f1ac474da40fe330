import { describe, test } from "vitest";
import type { ConnectorDefinition } from "../../connectors/connector";
import type { FakeVendor, FakeVendorOptions } from "../fakes/fake-vendor";
import { changeChecks } from "./service/change-checks";
import { deliveryChecks } from "./service/delivery-checks";
import { faultChecks } from "./service/fault-checks";
import { killChecks } from "./service/kill-checks";
import { limitChecks } from "./service/limit-checks";
import type { ServiceCheck } from "./service/service-check";

export const serviceChecks: readonly ServiceCheck[] = [
  ...deliveryChecks,
  ...changeChecks,
  ...faultChecks,
  ...limitChecks,
  ...killChecks,
];

/**
 * The requirements of every connector to a vendor's API: the connector over the real store and the real service layer,
 * with the fake vendor behind a faulty network, and a clock of the suite's own.
 */
export function testService(
  definition: ConnectorDefinition,
  createVendor: (options: FakeVendorOptions) => FakeVendor,
): void {
  const subject = { definition, createVendor };
  const sample = createVendor({ now: () => 0 });
  describe(`connector "${definition.declaration.id}"`, () => {
    for (const { title, applies, run } of serviceChecks) {
      test.skipIf(applies?.(subject, sample) === false)(title, () => run(subject));
    }
  });
}
