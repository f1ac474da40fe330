import type { FakeVendor } from "../../fakes/fake-vendor";
import type { ServiceSubject } from "./suite-fixture";

/** One fact that connectors to a vendor's API keep to. */
export interface ServiceCheck {
  /** Follows on "connector". */
  readonly title: string;
  /** Whether vendor and connector can come into this situation at all; absent where every one can. */
  applies?(subject: ServiceSubject, vendor: FakeVendor): boolean;
  /** Rejects when the connector does not keep to it. */
  run(subject: ServiceSubject): Promise<void>;
}
