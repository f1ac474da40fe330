import type { FakeVendor } from "../../fakes/fake-vendor";
import type { ServiceSubject } from "./suite-fixture";

/** One requirement of connectors to a vendor's API. */
export interface ServiceCheck {
  /** The predicate of a sentence that begins with "connector". */
  readonly title: string;
  /** Whether the check applies to a vendor and connector; absent where it applies to all. */
  applies?(subject: ServiceSubject, vendor: FakeVendor): boolean;
  /** Rejects when the connector violates it. */
  run(subject: ServiceSubject): Promise<void>;
}
