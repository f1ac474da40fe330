import type * as z from "zod";
import type { OpenAccess } from "./vendor";

/** An error status of a request for a list of models. */
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

/** The parsed list at `path`. ListError for an error status, ZodError for an invalid body. */
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
