import * as z from "zod";
import { ExpiredCursorError } from "../../../../errors/expired-cursor-error";
import { PermissionError } from "../../../../errors/permission-error";
import { SettingsError } from "../../../../errors/settings-error";
import { UnavailableError } from "../../../../errors/unavailable-error";
import { readJson } from "../../http/read-json";

export interface ParseReplyOptions<Shape> {
  readonly schema: z.ZodType<Shape>;
  /** The vendor's name, for messages: "Jira". */
  readonly from: string;
  /** The page token of the request; an error reply then means that it has expired. */
  readonly token?: string | undefined;
}

/**
 * Parses the reply to a request about the whole source. Rejects with ExpiredCursorError (an error reply to a page
 * token), SettingsError (400, 404), PermissionError (401, 403) or UnavailableError (any other status, or an invalid body).
 */
export async function parseReply<Shape>(
  response: Response,
  options: ParseReplyOptions<Shape>,
): Promise<Shape> {
  if (response.ok) return readJson(response, options);
  const { from, token } = options;
  const { status } = response;
  const reason = await readErrorMessage(response);
  if (token !== undefined && [400, 404, 410].includes(status))
    throw new ExpiredCursorError(`Cannot read on where ${from}'s list was left: ${reason}`);
  // The gateway's reply for a token without the required scope.
  if (status === 403 || status === 401)
    throw new PermissionError(`Cannot read ${from}: ${reason}; check what the token may read`);
  // A restarting server has a 404 page of its own, which is temporary.
  if (status === 400 || (status === 404 && reason !== formatStatus(response)))
    throw new SettingsError(`Cannot read ${from}: ${reason}; check the source's settings`);
  throw new UnavailableError(`Cannot read ${from}: ${reason}`);
}

/** Jira, Confluence's two APIs and the gateway have different formats. */
const errorBody = z.object({
  errorMessages: z.array(z.string()).optional().catch(undefined),
  errors: z
    .array(z.object({ title: z.string().optional(), detail: z.string().nullish() }))
    .optional()
    .catch(undefined),
  message: z.string().optional().catch(undefined),
});

const MAX_REASON_LENGTH = 200;

function formatStatus({ status }: Response): string {
  return `status is ${status}`;
}

/** The vendor's error message, as the end of a sentence. */
async function readErrorMessage(response: Response): Promise<string> {
  const status = formatStatus(response);
  let body: unknown;
  try {
    body = await response.json();
  } catch {
    return status;
  }
  const { data } = errorBody.safeParse(body);
  const message =
    data?.errorMessages?.[0] ?? data?.errors?.[0]?.detail ?? data?.errors?.[0]?.title ?? data?.message;
  return message ? `"${message.slice(0, MAX_REASON_LENGTH)}" (${status})` : status;
}
