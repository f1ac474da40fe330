import type * as z from "zod";
import type { Fetch } from "../../../../ports/fetch";
import { readJson } from "../../http/read-json";
import { toGoogleError } from "./to-google-error";

/** An endpoint with its query. Absent values are left out, and lists become repeated parameters. */
export interface GoogleRequest {
  readonly url: string;
  readonly query?: Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;
}

/** Sends a request to one of Google's products. Rejects with the result of `toGoogleError` for an error reply. */
export interface GoogleFetch {
  (request: GoogleRequest, signal: AbortSignal): Promise<Response>;
  json<Shape>(request: GoogleRequest, schema: z.ZodType<Shape>, signal: AbortSignal): Promise<Shape>;
}

/** `from` is the product's name in messages. */
export function createGoogleFetch(api: Fetch, from: string): GoogleFetch {
  const fetchResponse = async (request: GoogleRequest, signal: AbortSignal) => {
    const url = buildUrl(request);
    const response = await api(url, { signal });
    if (!response.ok) throw await toGoogleError(response, { from, url });
    return response;
  };
  return Object.assign(fetchResponse, {
    json: async <Shape>(request: GoogleRequest, schema: z.ZodType<Shape>, signal: AbortSignal) =>
      readJson(await fetchResponse(request, signal), { schema, from }),
  });
}

function buildUrl({ url, query = {} }: GoogleRequest): string {
  const address = new URL(url);
  for (const [name, value] of Object.entries(query)) {
    const values = Array.isArray(value) ? value : [value];
    for (const each of values) if (each !== undefined) address.searchParams.append(name, String(each));
  }
  return address.href;
}
