import { hasCode } from "../../../errors/error-code";
import type { Fetch } from "../../../ports/fetch";
import { wait } from "../../../util/wait";
import { withTimeout } from "../../../util/with-timeout";
import { isWebAddress } from "./web-address";

/** A page's raw bytes, or a sentence about why there are none. */
export type FetchedPage =
  | { readonly mediaType: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly problem: string };

export interface FetchPageOptions {
  readonly fetch: Fetch;
  readonly signal: AbortSignal;
  /** Timeout of the whole exchange, in milliseconds; 15 seconds by default. */
  readonly timeoutMs?: number;
  /** Maximum size of the body, in bytes; 5 MB by default. */
  readonly maxBytes?: number;
}

const TIMEOUT_MS = 15_000;
const MEGABYTE = 1024 * 1024;
const MAX_BYTES = 5 * MEGABYTE;

/** Media types that conversion reads: HTML, any text, PDF. */
const READABLE = /^(text\/|application\/(xhtml\+xml|pdf)\b)/i;

/**
 * Fetches a page without cookies and referrer, and follows redirects. A page that cannot be fetched is a problem, not
 * an error; rejects only when `signal` aborts.
 */
export async function fetchPage(url: string, options: FetchPageOptions): Promise<FetchedPage> {
  if (!isWebAddress(url)) return { problem: "the address is not a web page" };
  const host = new URL(url).host;
  const milliseconds = options.timeoutMs ?? TIMEOUT_MS;
  const read = async (signal: AbortSignal) => {
    const response = await options.fetch(url, {
      credentials: "omit",
      redirect: "follow",
      referrerPolicy: "no-referrer",
      headers: { accept: "text/html, application/xhtml+xml, application/pdf, text/*;q=0.9" },
      signal,
    });
    return await readResponse(response, { host, signal, maxBytes: options.maxBytes ?? MAX_BYTES });
  };
  try {
    return await withTimeout({ wait, milliseconds, signal: options.signal }, read);
  } catch (error) {
    options.signal.throwIfAborted();
    if (hasCode(error, "unavailable"))
      return { problem: `${host} took longer than ${milliseconds / 1000} seconds` };
    // The browser gives one and the same TypeError for DNS, TLS, a refused connection and a refused host.
    return { problem: `${host} did not answer` };
  }
}

async function readResponse(
  response: Response,
  { host, signal, maxBytes }: { host: string; signal: AbortSignal; maxBytes: number },
): Promise<FetchedPage> {
  const mediaType = response.headers.get("content-type") ?? "";
  const problem = problemOf(response, mediaType);
  if (problem) {
    await response.body?.cancel();
    return { problem: `${host} ${problem}` };
  }
  const bytes = await readUpTo(response, { maxBytes, signal });
  if (!bytes) return { problem: `${host} sent more than ${Math.round(maxBytes / MEGABYTE)} MB` };
  if (bytes.length === 0) return { problem: `${host} sent an empty page` };
  return { mediaType, bytes };
}

function problemOf(response: Response, mediaType: string): string | undefined {
  if (!response.ok) return `answered ${response.status}`;
  if (mediaType === "") return "did not say what it sent";
  if (!READABLE.test(mediaType)) return `sent ${mediaType.split(";")[0]}, which Atlas does not read`;
  return undefined;
}

/** The body, or undefined when it is longer than `maxBytes`; then the rest is left unread. */
async function readUpTo(
  response: Response,
  { maxBytes, signal }: { maxBytes: number; signal: AbortSignal },
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    signal.throwIfAborted();
    size += read.value.length;
    if (size > maxBytes) {
      await reader?.cancel();
      return undefined;
    }
    parts.push(read.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
