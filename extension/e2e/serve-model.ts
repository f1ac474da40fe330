import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { FakeModelServer } from "../../engine/llm/testing/fake-model-server";

/** A fake model server behind a real port of this machine. */
export interface ServedModel {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves it over HTTP, word by word, and tells it when a client hangs up. */
export async function serveModel({ handle }: Pick<FakeModelServer, "handle">): Promise<ServedModel> {
  const server = createServer(async (incoming, outgoing) => {
    const { method = "GET", url = "/", headers } = incoming;
    const gone = new AbortController();
    outgoing.on("close", () => gone.abort());
    const body = method === "POST" ? await buffer(incoming) : undefined;
    const request = new Request(`http://${headers.host}${url}`, {
      method,
      headers: { authorization: headers.authorization ?? "", "content-type": "application/json" },
      signal: gone.signal,
      ...(body && { body }),
    });
    const response = await handle(request);
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.flushHeaders();
    // A client that hangs up is an error to the stream, and the point of a test to us.
    if (response.body)
      Readable.from(response.body)
        .on("error", () => {})
        .pipe(outgoing);
    else outgoing.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
