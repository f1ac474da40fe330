import type { IncomingMessage } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { generate } from "selfsigned";
import type { FakeVendor } from "../../../engine/testing/fakes/fake-vendor";

/** A fake vendor and the further hosts of its pages. */
export type ServedVendor = Pick<FakeVendor, "hosts" | "handle"> & { readonly pageHosts?: readonly string[] };

/** Fake vendors on a local port. */
export interface VendorSite {
  /** Browser switches that map the vendors' hosts to this port. */
  readonly switches: readonly string[];
  /** The requests: method, host and path, without query. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/**
 * Serves fake vendors over HTTPS with a self-signed certificate. The extension requests the vendors' real URLs, which
 * the browser's resolver maps to this machine.
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
    // A failed body closes the connection; a disconnecting browser does not concern the test.
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
