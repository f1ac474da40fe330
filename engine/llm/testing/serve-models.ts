import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { ReadableStream as NodeStream } from "node:stream/web";
import type { FakeModelServer } from "./fake-model-server";

export interface RunningModelServer {
  /** Origin without a trailing slash. */
  readonly origin: string;
  close(): Promise<void>;
}

/** A fake model server on a real port of this machine; answers stream, and end when the client disconnects. */
export async function serveModels(fake: Pick<FakeModelServer, "handle">): Promise<RunningModelServer> {
  const server = createServer(async (incoming, outgoing) => {
    const gone = new AbortController();
    outgoing.on("close", () => gone.abort());
    const response = await fake.handle(await toRequest(incoming, gone.signal));
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    if (!response.body) return outgoing.end();
    const body = Readable.fromWeb(response.body as NodeStream);
    // A stream that fails is cut off, as by a server that crashes.
    body.on("error", () => outgoing.destroy());
    body.pipe(outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function toRequest(incoming: IncomingMessage, signal: AbortSignal): Promise<Request> {
  const { method = "GET", url = "/", headers } = incoming;
  const body = method === "GET" ? undefined : await buffer(incoming);
  return new Request(`http://${headers.host}${url}`, {
    method,
    signal,
    headers: Object.entries(headers).flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value] as [string, string]] : [],
    ),
    ...(body && { body }),
  });
}
