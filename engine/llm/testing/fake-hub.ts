import { ONNX_CATALOG } from "../transformers-js/onnx-catalog";

/** The part of huggingface.co that serves the files of models. */
export interface FakeHub {
  readonly hosts: readonly string[];
  handle(request: Request): Promise<Response>;
  /** Publishes files of a model of the catalog under the commit it names. */
  publish(modelId: string, files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): void;
  /** The next reply with this file is cut off in its middle, or stalls. */
  failNext(path: string, how: "cut" | "stall"): void;
  /** Requested paths, within their repositories. */
  readonly asked: readonly string[];
}

/** Large files are on another host, as with the real one; both are public. */
const STORAGE = "cas-bridge.xethf.co";
const OPEN = { "access-control-allow-origin": "*" };

export function createFakeHub(): FakeHub {
  const published = new Map<string, Uint8Array<ArrayBuffer>>();
  const asked: string[] = [];
  const failures = new Map<string, "cut" | "stall">();

  function send(pathname: string): Response {
    const bytes = published.get(pathname);
    if (!bytes) return new Response("Entry not found", { status: 404, headers: OPEN });
    const path = withinRepository(pathname);
    const headers = { ...OPEN, "content-length": String(bytes.length) };
    const how = failures.get(path);
    failures.delete(path);
    return new Response(how === undefined ? bytes : half(bytes, how), { headers });
  }

  return {
    hosts: ["huggingface.co", STORAGE],
    asked,
    publish: (modelId, files) => {
      const model = ONNX_CATALOG.find(({ id }) => id === modelId);
      if (!model) throw new RangeError(`"${modelId}" is not in the catalog`);
      for (const [path, bytes] of files) {
        published.set(`/${model.repository}/resolve/${model.revision}/${path}`, bytes);
      }
    },
    failNext: (path, how) => void failures.set(path, how),
    handle: async ({ url }) => {
      const { host, pathname } = new URL(url);
      if (host === STORAGE) return send(pathname);
      asked.push(withinRepository(pathname));
      if (!pathname.endsWith(".onnx") || !published.has(pathname)) return send(pathname);
      return new Response(null, {
        status: 302,
        headers: { ...OPEN, location: `https://${STORAGE}${pathname}` },
      });
    },
  };
}

/** The part after "/<owner>/<name>/resolve/<commit>/". */
function withinRepository(pathname: string): string {
  return pathname.split("/").slice(5).join("/");
}

function half(bytes: Uint8Array<ArrayBuffer>, how: "cut" | "stall"): ReadableStream<Uint8Array<ArrayBuffer>> {
  let sent = false;
  return new ReadableStream({
    pull: (controller) => {
      if (!sent) controller.enqueue(bytes.subarray(0, bytes.length / 2));
      else if (how === "stall") return new Promise(() => {});
      else controller.error(new Error("The connection was cut"));
      sent = true;
    },
  });
}
