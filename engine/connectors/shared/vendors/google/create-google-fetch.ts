import type * as z from "zod";
import type { Fetch } from "../../../../ports/fetch";
import { readJson } from "../../http/read-json";
import { toGoogleError } from "./to-google-error";

/** Where to ask: an endpoint with its query, whose absent values are left out and whose lists are repeated. */
export interface GoogleRequest {
  readonly url: string;
  readonly query?: Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;
}

/** Asks one of Google's products. Rejects with what `toGoogleError` makes of a refusal. */
export interface GoogleFetch {
  (request: GoogleRequest, signal: AbortSignal): Promise<Response>;
  json<Shape>(request: GoogleRequest, schema: z.ZodType<Shape>, signal: AbortSignal): Promise<Shape>;
}

/** `from` names the product in messages. */
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
