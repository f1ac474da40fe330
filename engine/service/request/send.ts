import { ReadItemError } from "../../errors/read-item-error";
import { toPlainError } from "../../errors/to-plain-error";
import { UnavailableError } from "../../errors/unavailable-error";
import type { Fetch } from "../../ports/fetch";
import type { Wait } from "../../util/wait";
import { withTimeout } from "../../util/with-timeout";
import type { BufferedResponse } from "./buffered-response";

/** Maximum time without data, before the reply or within it. */
const IDLE_TIMEOUT_MS = 30_000;
/** Maximum time of the whole reply. */
const TOTAL_TIMEOUT_MS = 120_000;
const MAX_BYTES = 64 * 1024 * 1024;

export interface SendDeps {
  readonly fetch: Fetch;
  readonly wait: Wait;
  /** The vendor's name, for messages. */
  readonly name: string;
}

/**
 * Sends one request once and reads the whole reply. Rejects with UnavailableError when the network fails, no data
 * arrives for too long or the reply is truncated, with ReadItemError when it is too large, and with the signal's
 * reason when aborted.
 */
export async function send(
  deps: SendDeps,
  { url, ...init }: RequestInit & { readonly url: string },
  signal: AbortSignal,
): Promise<BufferedResponse> {
  const { wait, name } = deps;
  try {
    return await withTimeout({ wait, milliseconds: TOTAL_TIMEOUT_MS, signal }, async (signal) => {
      const idleTimeout = { wait, milliseconds: IDLE_TIMEOUT_MS, signal };
      const response = await withTimeout(idleTimeout, () => deps.fetch(url, { ...init, signal }));
      const body = await readBody(response, (read) => withTimeout(idleTimeout, read), name);
      const { status, statusText, headers } = response;
      return { status, statusText, headers, url: response.url || url, body };
    });
  } catch (cause) {
    signal.throwIfAborted();
    const { code, message } = toPlainError(cause);
    if (code === "read-item") throw cause;
    const reason =
      code === "unavailable" ? message[0]?.toLowerCase() + message.slice(1) : "the connection failed";
    throw new UnavailableError(`Cannot reach ${name}: ${reason}`, { cause });
  }
}

async function readBody(
  { body }: Response,
  withIdleTimeout: <T>(read: () => Promise<T>) => Promise<T>,
  name: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = body?.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (reader) {
    const { done, value } = await withIdleTimeout(() => reader.read());
    if (done) break;
    length += value.length;
    if (length > MAX_BYTES) {
      throw new ReadItemError(`Cannot read a reply of ${name}: it is larger than ${MAX_BYTES / 2 ** 20} MB`);
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
