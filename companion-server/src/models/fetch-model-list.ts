import type * as z from "zod";
import type { OpenAccess } from "./vendor";

/** A vendor that answers the request for its list with an error. */
export class ListError extends Error {
  readonly status: number;
  readonly body: string;

  constructor(status: number, body: string) {
    super(`status is ${status}`);
    this.name = "ListError";
    this.status = status;
    this.body = body;
  }
}

/** What stands at `path`; ListError when it is an error, ZodError when it is something else. */
export async function fetchModelList<T>(
  { baseUrl, fetch }: OpenAccess,
  path: string,
  options: {
    readonly schema: z.ZodType<T>;
    readonly headers: Record<string, string>;
    readonly signal: AbortSignal;
  },
): Promise<T> {
  const { schema, headers, signal } = options;
  const response = await fetch(baseUrl + path, { headers, signal });
  const text = await response.text();
  if (!response.ok) throw new ListError(response.status, text);
  return schema.parse(JSON.parse(text));
}

export function bearerHeaders({ key }: OpenAccess): Record<string, string> {
  return { authorization: `Bearer ${key}` };
}
