import type * as z from "zod";
import { UnavailableError } from "../../../errors/unavailable-error";

/**
 * Parses the body of a vendor's reply by the schema. Rejects with UnavailableError when it is not JSON or does not
 * match: a proxy's page, a maintenance notice.
 */
export async function readJson<Shape>(
  response: Response,
  { schema, from }: { readonly schema: z.ZodType<Shape>; readonly from: string },
): Promise<Shape> {
  const text = await response.text();
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (cause) {
    throw new UnavailableError(
      `Cannot read the answer of ${from}: it is not JSON (status ${response.status})`,
      {
        cause,
      },
    );
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UnavailableError(
    `Cannot read the answer of ${from}: ${issue?.path.join(".") || "the body"} is not as documented`,
    { cause: parsed.error },
  );
}
