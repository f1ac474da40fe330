import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/** Cross-origin isolation gives fine timers and the memory measurement. */
const HEADERS = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cache-Control": "no-store",
};

/** What Chrome imposes on the pages of an extension (Manifest V3) that may use WASM. */
const EXTENSION_POLICY = "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'";

export interface FolderServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a folder on a free local port; under `/csp/` the same files with an extension's policy. */
export async function serveFolder(folder: string): Promise<FolderServer> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const underPolicy = pathname.startsWith("/csp/");
    const path = normalize(pathname === "/" ? "/index.html" : pathname.replace(/^\/csp\//, "/"));
    try {
      const body = await readFile(join(folder, path));
      response.writeHead(200, {
        ...HEADERS,
        "Content-Type": MEDIA_TYPES[extname(path)] ?? "application/octet-stream",
        ...(underPolicy && { "Content-Security-Policy": EXTENSION_POLICY }),
      });
      response.end(body);
    } catch {
      response.writeHead(404, HEADERS).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
