import { expect, test } from "vitest";
import type { ConnectorDefinition } from "../../../connectors/connector";
import type { FakeVendor, FakeVendorOptions } from "../../fakes/fake-vendor";
import type { Exchange } from "./exchange";
import { recordExchanges } from "./record-exchanges";

export interface ContractCheck {
  readonly createVendor: (options: FakeVendorOptions) => FakeVendor;
  /** The vendor's document; the test is skipped with a message when it is not there. */
  readonly path: string | undefined;
  readonly open: (path: string) => { violations(exchange: Exchange): readonly string[] };
  /** Violations that are known errors of the document, each with the reason. */
  readonly excused?: readonly { readonly violation: RegExp; readonly why: string }[];
}

/** Checks every request of a connector, and every reply of its fake vendor, against the vendor's own document. */
export function testContract(definition: ConnectorDefinition, check: ContractCheck): void {
  const { path, open, createVendor, excused = [] } = check;
  test.skipIf(path === undefined)(
    `connector "${definition.declaration.id}" and its fake vendor keep to the vendor's contract`,
    async () => {
      const contract = open(path ?? "");
      const exchanges = await recordExchanges(definition, createVendor);
      expect(exchanges.length).toBeGreaterThan(5);
      const violations = exchanges
        .flatMap((exchange) => contract.violations(exchange))
        .filter((violation) => !excused.some((excuse) => excuse.violation.test(violation)));
      expect([...new Set(violations)]).toEqual([]);
    },
    60_000,
  );
}
