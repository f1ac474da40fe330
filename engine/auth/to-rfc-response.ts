import * as z from "zod";
import type { JsonReply } from "./post";
import { RFC_ERRORS } from "./rfc-errors";

/** Empty, null and 0 are some vendors' way of saying that there is none. */
const TokenSchema = z.object({
  access_token: z.string().min(1).optional().catch(undefined),
  refresh_token: z.string().min(1).optional().catch(undefined),
  expires_in: z.coerce.number().positive().optional().catch(undefined),
});

const ReplySchema = z.object({
  ...TokenSchema.shape,
  error: z.string().optional(),
  /** Slack's: the person's token; the one at the top is then the bot's. */
  authed_user: TokenSchema.optional(),
  device_code: z.string().optional(),
  user_code: z.string().optional(),
  verification_uri: z.string().optional(),
  interval: z.number().positive().optional().catch(undefined),
});

/**
 * A vendor's reply as RFC 6749 and RFC 8628 word it, for vendors that say the same in other words: GitHub and Slack
 * refuse with status 200 and names of their own, Slack puts the token elsewhere, Linear lists scopes in an array.
 * Undefined when the reply is none of a token or device endpoint.
 */
export function toRfcResponse({ status, body }: JsonReply): Response | undefined {
  const reply = ReplySchema.safeParse(body).data;
  if (reply === undefined) return undefined;
  const { error, authed_user, access_token, refresh_token, expires_in, ...others } = reply;
  if (error !== undefined) return Response.json({ error: RFC_ERRORS[error] ?? error }, { status: 400 });
  if (status !== 200) return undefined;
  // Whatever the vendor calls the type ("user" at Slack), these tokens are borne.
  const token = authed_user ?? { access_token, refresh_token, expires_in };
  return Response.json({ ...others, ...token, token_type: "bearer" });
}
