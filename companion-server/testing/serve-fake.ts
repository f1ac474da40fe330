import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer, type HttpBindings } from "@hono/node-server";

export interface FakeSite {
  /** Origin without a trailing slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves on a free local port; `cut` closes the connection of the current request. */
export async function serveFake(
  handle: (request: Request, cut: () => void) => Promise<Response>,
): Promise<FakeSite> {
  const server = createAdaptorServer({
    fetch: (request, bindings) => handle(request, () => (bindings as HttpBindings).outgoing.destroy()),
    overrideGlobalObjects: false,
  }) as Server;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
