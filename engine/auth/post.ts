import { UnavailableError } from "../errors/unavailable-error";
import type { Fetch } from "../ports/fetch";
import { wait } from "../util/wait";
import { withTimeout } from "../util/with-timeout";

/** Timeout of one request, in milliseconds. */
const TIMEOUT_MS = 30_000;

export interface PostOptions {
  readonly fetch: Fetch;
  readonly signal: AbortSignal;
  /** A form; anything else is sent as JSON. */
  readonly body: URLSearchParams | Readonly<Record<string, unknown>>;
  /** Sent as `Authorization: Bearer …`. */
  readonly bearer?: string;
  /** Whether the caller interprets 429 and 5xx itself. */
  readonly anyStatus?: boolean;
}

/** A reply for the caller to interpret. */
export interface JsonReply {
  readonly status: number;
  /** Undefined when the body is not JSON. */
  readonly body: unknown;
}

/**
 * Sends secrets to a vendor or the companion, without cookies and without following redirects. Rejects with
 * UnavailableError when there is no reply within 30 seconds, for a 3xx, and, without `anyStatus`, for a 429 or 5xx;
 * with the signal's reason when aborted. Errors of sign-in never keep the error of fetch as their cause, because it
 * may contain the request and with it a token.
 */
export async function post(url: URL, options: PostOptions): Promise<JsonReply> {
  const { body, signal, bearer } = options;
  const isForm = body instanceof URLSearchParams;
  const send = async (combined: AbortSignal): Promise<JsonReply> => {
    const response = await options.fetch(url.href, {
      method: "POST",
      body: isForm ? body.toString() : JSON.stringify(body),
      signal: combined,
      redirect: "manual",
      credentials: "omit",
      cache: "no-store",
      headers: {
        accept: "application/json",
        "content-type": isForm ? "application/x-www-form-urlencoded;charset=UTF-8" : "application/json",
        ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
      },
    });
    const { status } = response;
    if (isTransient(status) && !options.anyStatus)
      throw new UnavailableError(`${url.host} answers with status ${status}`);
    // A redirect that is not followed has status 0 in browsers.
    if (status < 200 || (status >= 300 && status < 400))
      throw new UnavailableError(`${url.host} redirects to another address`);
    return { status, body: parse(await response.text()) };
  };
  try {
    return await withTimeout({ wait, milliseconds: TIMEOUT_MS, signal }, send);
  } catch (thrown) {
    signal.throwIfAborted();
    if (thrown instanceof UnavailableError) throw thrown;
    throw new UnavailableError(`${url.host} does not answer`);
  }
}

/** Whether the same request may succeed later. */
export function isTransient(status: number): boolean {
  return status >= 500 || status === 429;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
