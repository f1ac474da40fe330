import type { IncomingMessage } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { generate } from "selfsigned";
import type { FakeVendor } from "../../../engine/testing/fakes/fake-vendor";

/** A vendor and the further hosts of pages that a browser opens there. */
export type ServedVendor = Pick<FakeVendor, "hosts" | "handle"> & { readonly pageHosts?: readonly string[] };

/** Fake vendors behind a real port of this machine. */
export interface VendorSite {
  /** Switches that make a browser reach them under the vendors' own addresses. */
  readonly switches: readonly string[];
  /** What was asked so far: method, host and path, without query. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/**
 * Serves fake vendors over HTTPS with a certificate nobody signed. The extension asks the vendors' real addresses;
 * only the browser's resolver is told that they live here.
 */
export async function serveVendors(vendors: readonly ServedVendor[]): Promise<VendorSite> {
  const requests: string[] = [];
  const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }]);
  const server = createServer({ key, cert }, async (incoming, outgoing) => {
    const request = await toRequest(incoming);
    const { host, pathname } = new URL(request.url);
    requests.push(`${request.method} ${host}${pathname}`);
    const vendor = vendors.find((candidate) => hostsOf(candidate).includes(host));
    const response = vendor ? await vendor.handle(request) : new Response("no such host", { status: 404 });
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    if (!response.body) return void outgoing.end();
    // A body that fails midway cuts the connection; a browser that goes away is none of the test's business.
    await pipeline(response.body, outgoing).catch(() => {});
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const rules = vendors.flatMap(hostsOf).map((host) => `MAP ${host}:443 127.0.0.1:${port}`);
  return {
    switches: [`--host-resolver-rules=${rules.join(",")}`, "--ignore-certificate-errors"],
    requests,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function hostsOf({ hosts, pageHosts = [] }: ServedVendor): readonly string[] {
  return [...hosts, ...pageHosts];
}

async function toRequest(incoming: IncomingMessage): Promise<Request> {
  const { method = "GET", url = "/", headers } = incoming;
  const hasBody = method !== "GET" && method !== "HEAD";
  return new Request(`https://${headers.host}${url}`, {
    method,
    headers: Object.entries(headers).flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value] as [string, string]] : [],
    ),
    redirect: "manual",
    ...(hasBody && { body: await buffer(incoming) }),
  });
}
