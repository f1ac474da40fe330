import { ReadItemError } from "../errors/read-item-error";
import { toPlainError } from "../errors/to-plain-error";
import { UnavailableError } from "../errors/unavailable-error";
import type { Fetch } from "../ports/fetch";
import type { Wait } from "../util/wait";
import type { Reply } from "./reply";
import { withTimeLimit } from "./with-time-limit";

/** How long a vendor may say nothing, before the reply or in the middle of it. */
const SILENCE_MS = 30_000;
/** How long a reply may take altogether, however steadily it trickles. */
const LONGEST_MS = 120_000;
const MOST_BYTES = 64 * 1024 * 1024;

export interface SendOptions {
  readonly fetch: Fetch;
  readonly wait: Wait;
  /** The vendor's name, for errors. */
  readonly name: string;
}

/**
 * Sends one request, once, and reads the whole reply. Rejects with UnavailableError when the network fails, the
 * vendor says nothing for too long or the reply is cut off, with ReadItemError when it is too large, and with the
 * signal's reason when aborted.
 */
export async function send(
  options: SendOptions,
  { url, ...init }: RequestInit & { readonly url: string },
  signal: AbortSignal,
): Promise<Reply> {
  const { wait, name } = options;
  try {
    return await withTimeLimit({ wait, milliseconds: LONGEST_MS, signal }, async (signal) => {
      const limit = { wait, milliseconds: SILENCE_MS, signal };
      const response = await withTimeLimit(limit, () => options.fetch(url, { ...init, signal }));
      const body = await readBody(response, (read) => withTimeLimit(limit, read), name);
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
  limited: <T>(read: () => Promise<T>) => Promise<T>,
  name: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = body?.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (reader) {
    const { done, value } = await limited(() => reader.read());
    if (done) break;
    length += value.length;
    if (length > MOST_BYTES) {
      throw new ReadItemError(`Cannot read a reply of ${name}: it is larger than ${MOST_BYTES / 2 ** 20} MB`);
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
