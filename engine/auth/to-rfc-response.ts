import * as z from "zod";
import type { JsonReply } from "./post";

/** A vendor's deviations from the RFCs; see the fields of the same names in a sign-in method. */
export interface ReplyFormat {
  readonly errorNames?: Readonly<Record<string, string>>;
  readonly tokenField?: string;
}

/** Some vendors send an empty text, null or 0 for an absent value. */
const TokenSchema = z.object({
  access_token: z.string().min(1).optional().catch(undefined),
  refresh_token: z.string().min(1).optional().catch(undefined),
  expires_in: z.coerce.number().positive().optional().catch(undefined),
});

const ReplySchema = z.object({
  ...TokenSchema.shape,
  error: z.string().optional(),
  device_code: z.string().optional(),
  user_code: z.string().optional(),
  verification_uri: z.string().optional(),
  interval: z.number().positive().optional().catch(undefined),
});

/**
 * Converts a vendor's reply to the form of RFC 6749 and RFC 8628. Accepted deviations: an error with status 200, own
 * error names and an own field of the tokens (`format`), a lifetime as text, scopes as an array. Undefined when it is
 * not the reply of a token or device endpoint.
 */
export function toRfcResponse(
  { status, body }: JsonReply,
  { errorNames = {}, tokenField }: ReplyFormat = {},
): Response | undefined {
  const reply = ReplySchema.safeParse(body).data;
  if (reply === undefined) return undefined;
  const { error, access_token, refresh_token, expires_in, ...others } = reply;
  if (error !== undefined) return Response.json({ error: errorNames[error] ?? error }, { status: 400 });
  if (status !== 200) return undefined;
  const inner = tokenField === undefined ? undefined : readField(body, tokenField);
  const tokens = inner === undefined ? { access_token, refresh_token, expires_in } : TokenSchema.parse(inner);
  // Vendors name the token type differently; all of these tokens are sent as bearer tokens.
  return Response.json({ ...others, ...tokens, token_type: "bearer" });
}

/** The object in a field of the reply; undefined when there is none. */
function readField(body: unknown, name: string): object | undefined {
  const value = z.record(z.string(), z.unknown()).safeParse(body).data?.[name];
  return typeof value === "object" && value !== null ? value : undefined;
}
