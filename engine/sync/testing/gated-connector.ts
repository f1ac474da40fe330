import type { Connector } from "../../connectors/connector";
import { pullPageFixture } from "../../testing/fixtures";

/** A connector whose first pull waits until released, and then delivers an empty page. */
export function createGatedConnector() {
  let release: () => void = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  let entered: () => void = () => {};
  const pulling = new Promise<void>((resolve) => {
    entered = resolve;
  });
  const pulls: string[] = [];
  const connector: Connector = {
    pull: async (cursor) => {
      pulls.push(cursor ?? "start");
      entered();
      await gate;
      return pullPageFixture();
    },
  };
  return { connector, pulls, pulling, release: () => release() };
}
