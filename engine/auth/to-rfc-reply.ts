import * as z from "zod";
import type { Reply } from "./post";
import { RFC_ERRORS } from "./rfc-errors";

const TokenFields = {
  access_token: z.string().optional(),
  refresh_token: z.string().optional(),
  expires_in: z.coerce.number().positive().optional().catch(undefined),
};

const ReplySchema = z.object({
  ...TokenFields,
  error: z.string().optional(),
  /** Slack's: the person's token, apart from the bot's at the top. */
  authed_user: z.object(TokenFields).optional(),
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
export function toRfcReply({ status, body }: Reply): Response | undefined {
  const reply = ReplySchema.safeParse(body).data;
  if (reply === undefined) return undefined;
  const { error, authed_user, ...fields } = reply;
  if (error !== undefined) return Response.json({ error: RFC_ERRORS[error] ?? error }, { status: 400 });
  if (status !== 200) return undefined;
  // Whatever the vendor calls the type ("user" at Slack), these tokens are borne.
  return Response.json({ ...fields, ...authed_user, token_type: "bearer" });
}
