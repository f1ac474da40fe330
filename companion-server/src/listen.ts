import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";
import { SettingsProblem } from "./settings-problem";

export interface RunningCompanion {
  /** Origin without a trailing slash. */
  readonly url: string;
  /** Takes no more requests, lets those under way end within `graceMs`, then cuts them off. */
  close(graceMs?: number): Promise<void>;
}

/** For a request to arrive, body included, in milliseconds. */
const ARRIVAL_LIMIT = 30_000;
/** How often Node looks for those that are late; twice a minute by default. */
const CHECK_INTERVAL = 2_000;
const GRACE_MS = 5_000;

/** SettingsProblem when the address cannot be listened on. */
export async function listen(
  app: Hono,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<RunningCompanion> {
  const server = createAdaptorServer({
    fetch: app.fetch,
    overrideGlobalObjects: false,
    serverOptions: {
      requestTimeout: ARRIVAL_LIMIT,
      headersTimeout: ARRIVAL_LIMIT,
      connectionsCheckingInterval: CHECK_INTERVAL,
    },
  }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(toProblem(error, host, port)));
    server.listen(port, host, resolve);
  });
  const taken = server.address() as AddressInfo;
  return {
    url: `http://${taken.family === "IPv6" ? `[${taken.address}]` : taken.address}:${taken.port}`,
    close: (graceMs = GRACE_MS) => close(server, graceMs),
  };
}

async function close(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(cut);
}

function toProblem({ code }: NodeJS.ErrnoException, host: string, port: number): SettingsProblem {
  const where = `Cannot listen on ${host}:${port}`;
  if (code === "EADDRINUSE")
    return new SettingsProblem(
      `${where}: another program does, perhaps a companion that runs already; end it, or set ATLAS_COMPANION_PORT to another port`,
    );
  if (code === "EACCES")
    return new SettingsProblem(
      `${where}: this port is kept for the system; set ATLAS_COMPANION_PORT above 1023`,
    );
  return new SettingsProblem(`${where} (${code}): check ATLAS_COMPANION_HOST`);
}
