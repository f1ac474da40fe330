import * as z from "zod";
import type { AtlasError } from "../../../../errors/atlas-error";
import { ExpiredCursorError } from "../../../../errors/expired-cursor-error";
import { NotFoundError } from "../../../../errors/not-found-error";
import { SettingsError } from "../../../../errors/settings-error";
import { SignInError } from "../../../../errors/sign-in-error";
import { SkipItemError } from "../../../../errors/skip-item-error";
import { UnavailableError } from "../../../../errors/unavailable-error";

/** The older format has the reason in `errors`, the newer in `details`; many replies have both. */
const errorBody = z.object({
  error: z.object({
    errors: z.array(z.object({ reason: z.string().optional() })).optional(),
    details: z.array(z.object({ reason: z.string().optional() })).optional(),
  }),
});

/** Google's documented error reasons: "rateLimitExceeded"; empty when the reply has none. */
export async function parseErrorReasons(response: Response): Promise<readonly string[]> {
  try {
    const { error } = errorBody.parse(await response.json());
    return [...(error.errors ?? []), ...(error.details ?? [])].flatMap(({ reason }) => reason ?? []);
  } catch {
    return [];
  }
}

/** Requests with one of these parameters fail with 400 or 410 when the token has expired. */
const TOKEN_PARAMETERS = ["pageToken", "syncToken"];

/** Maps an error reply to an error of Atlas. `from` is the product's name in the message. */
export async function toGoogleError(
  response: Response,
  { from, url }: { readonly from: string; readonly url: string },
): Promise<AtlasError> {
  const { status } = response;
  const reasons = await parseErrorReasons(response);
  const reason = reasons[0] ?? `status is ${status}`;
  const { searchParams } = new URL(url);
  if ((status === 400 || status === 410) && TOKEN_PARAMETERS.some((token) => searchParams.has(token))) {
    return new ExpiredCursorError(`Cannot go on reading ${from}: ${reason}`);
  }
  if (status === 403) return toForbiddenError(reasons, from);
  if (status === 404 || status === 410) return new NotFoundError(`Cannot find it in ${from}: ${reason}`);
  return new UnavailableError(`Cannot read ${from}: ${reason}`);
}

function toForbiddenError(reasons: readonly string[], from: string): AtlasError {
  const is = (...names: readonly string[]) => reasons.some((reason) => names.includes(reason));
  if (is("accessNotConfigured", "SERVICE_DISABLED")) {
    return new SettingsError(
      `Cannot read ${from}: its API is switched off for this client id; switch it on in the Google Cloud console`,
    );
  }
  if (is("insufficientPermissions", "ACCESS_TOKEN_SCOPE_INSUFFICIENT")) {
    return new SignInError(`Cannot read ${from}: the sign-in does not allow it; sign in again and allow it`);
  }
  if (is("exportSizeLimitExceeded")) {
    return new SkipItemError("Google does not export documents larger than 10 MB");
  }
  if (is("cannotDownloadFile", "cannotExportFile", "fileNotDownloadable", "downloadRestrictedByPolicy")) {
    return new SkipItemError("Google does not let this file be downloaded");
  }
  return new NotFoundError(`Cannot read it in ${from}: ${reasons[0] ?? "access is refused"}`);
}
