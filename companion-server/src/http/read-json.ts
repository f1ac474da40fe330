import type { Context } from "hono";
import type * as z from "zod";
import { ApiError } from "./api-error";
import { parseJson } from "./parse-json";

/** The parsed body of a request. ApiError 400 names the first invalid field, without its value. */
export async function readJson<T>(context: Context, schema: z.ZodType<T>): Promise<T> {
  const parsed = parseJson(await context.req.text());
  if (parsed === undefined) throw new ApiError(400, "The body is not JSON", { code: "invalid_json" });
  const result = schema.safeParse(parsed);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const param = issue?.path.join(".") || undefined;
  throw new ApiError(400, `Cannot read ${param ?? "the body"}: ${issue?.message ?? "it is wrong"}`, {
    code: "invalid_request",
    param,
  });
}
