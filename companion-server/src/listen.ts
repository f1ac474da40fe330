import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";
import { SettingsProblem } from "./config/settings-problem";

export interface RunningCompanion {
  /** Origin without a trailing slash. */
  readonly url: string;
  /** Accepts no more requests, lets those in progress end within `graceMs`, then closes their connections. */
  close(graceMs?: number): Promise<void>;
}

/** Time for a request to arrive with its body, in milliseconds. */
const REQUEST_TIMEOUT_MS = 30_000;
/** Interval at which Node checks for late requests; 30 s by default. */
const CHECK_INTERVAL_MS = 2_000;
const GRACE_MS = 5_000;

/** SettingsProblem when the address is not available. */
export async function listen(
  app: Hono,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<RunningCompanion> {
  const server = createAdaptorServer({
    fetch: app.fetch,
    overrideGlobalObjects: false,
    serverOptions: {
      requestTimeout: REQUEST_TIMEOUT_MS,
      headersTimeout: REQUEST_TIMEOUT_MS,
      connectionsCheckingInterval: CHECK_INTERVAL_MS,
    },
  }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(toSettingsProblem(error, host, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://${address.family === "IPv6" ? `[${address.address}]` : address.address}:${address.port}`,
    close: (graceMs = GRACE_MS) => close(server, graceMs),
  };
}

async function close(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const forceClose = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(forceClose);
}

function toSettingsProblem({ code }: NodeJS.ErrnoException, host: string, port: number): SettingsProblem {
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
