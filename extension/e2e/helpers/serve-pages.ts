import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A local website. */
export interface Site {
  /** Origin without a trailing slash. */
  readonly origin: string;
  /** The requested paths. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** Serves HTML by path, with 404 for other paths. */
export async function servePages(pages: Readonly<Record<string, string>>): Promise<Site> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    requests.push(path);
    const html = pages[path];
    response.writeHead(html === undefined ? 404 : 200, { "content-type": "text/html; charset=utf-8" });
    response.end(html ?? "not here");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A page of prose about the maintenance of a canal lock, with navigation and footer. */
export const LOCK_PAGE = `<!doctype html><html><head><title>Keeping a canal lock</title></head><body>
<nav><a href="/">Home</a> <a href="/shop">Shop</a></nav>
<article><h1>Keeping a canal lock</h1>
<p>A canal lock lifts boats between two levels of water. It has a chamber, two pairs of gates and paddles that let
water in and out. Most of the work of a lock keeper is looking after those moving parts through the year.</p>
<h2>Greasing the paddles</h2>
<p>The paddle gear is greased every second Tuesday from March to October. In winter the grease stiffens, so the
keeper uses a thinner oil and checks the racks for ice before the first boat of the day.</p>
<p style="margin-bottom: 4000px">The rest of this page is far below.</p>
<h2>Gates</h2>
<p>The oak gates last about twenty-five years. When a gate leaks more than a bucket a minute, divers pack the mitre
with ash and horse manure until the new gate arrives from the yard at Bradley.</p></article>
<footer>All rights reserved</footer></body></html>`;
