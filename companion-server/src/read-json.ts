import type { Context } from "hono";
import type * as z from "zod";
import { ApiError } from "./api-error";

/** The request's body. ApiError 400 naming the first field that is wrong, without what stood in it. */
export async function readJson<T>(context: Context, schema: z.ZodType<T>): Promise<T> {
  const text = await context.req.text();
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new ApiError(400, "The body is not JSON", { code: "invalid_json" });
  }
  const result = schema.safeParse(parsed);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const param = issue?.path.join(".") || undefined;
  throw new ApiError(400, `Cannot read ${param ?? "the body"}: ${issue?.message ?? "it is wrong"}`, {
    code: "invalid_request",
    param,
  });
}
