import { APICallError } from "@ai-sdk/provider";
import * as z from "zod";
import { AtlasError } from "../../errors/atlas-error";
import { ContextOverflowError } from "../../errors/context-overflow-error";
import { NotFoundError } from "../../errors/not-found-error";
import { PermissionError } from "../../errors/permission-error";
import { SettingsError } from "../../errors/settings-error";
import { SignInError } from "../../errors/sign-in-error";
import { UnavailableError } from "../../errors/unavailable-error";
import type { ServerSoftware } from "./discovered-model";
import { OLLAMA_ORIGIN_MESSAGE } from "./list-ollama";

export interface FailedModel {
  readonly serverName: string;
  readonly modelName: string;
  readonly software: ServerSoftware;
  readonly contextTokens: number;
}

const body = z.object({
  code: z.union([z.string(), z.number()]).nullish(),
  type: z.string().nullish(),
  message: z.string().nullish(),
  param: z.string().nullish(),
  n_ctx: z.number().nullish(),
});
type ErrorBody = z.infer<typeof body>;

/**
 * Translates an error to one with a remedy. The SDK's errors contain the whole prompt, and servers repeat the key they
 * received: neither they nor the server's own words are kept, not even as a cause.
 */
export function toModelError(thrown: unknown, model: FailedModel): unknown {
  if (thrown instanceof AtlasError) return thrown;
  if (thrown instanceof Error && thrown.name === "AbortError") return thrown;
  const status = APICallError.isInstance(thrown) ? thrown.statusCode : undefined;
  const details = readBody(thrown);
  if (isOverflow(details)) return overflowError(limitOf(details) ?? model.contextTokens, model.modelName);
  return status === undefined || status === 200
    ? toConnectionError(thrown, model)
    : errorForStatus(status, details, model);
}

export function overflowError(limit: number, modelName: string): ContextOverflowError {
  return new ContextOverflowError(
    `Cannot answer with ${modelName}: question and passages are longer than its limit of ${limit} tokens`,
  );
}

/** The companion's own refusal, on any request. */
export const PAIRING_REFUSED =
  "The companion does not accept the pairing token: enter the one it printed at its first start, or set in ATLAS_COMPANION_TOKEN";

function errorForStatus(status: number, details: ErrorBody, model: FailedModel): AtlasError {
  const { serverName, modelName, software } = model;
  const { code } = details;
  if (software === "companion") {
    const companionError = errorForCompanion(status, details, model);
    if (companionError) return companionError;
  }
  if (status === 401) return new SignInError(`${serverName} does not accept the key: enter it again`);
  if (status === 403 && software === "ollama") return new PermissionError(OLLAMA_ORIGIN_MESSAGE);
  if (status === 403) return new PermissionError(`${serverName} does not allow this key to use ${modelName}`);
  if (status === 404) return new NotFoundError(`${serverName} does not have the model ${modelName} any more`);
  if (status === 402 || code === "insufficient_quota")
    return new SettingsError(`The account at ${serverName} has no credit left`);
  if (status === 429)
    return new UnavailableError(`${serverName} takes no more requests for now: its limit is reached`);
  return new UnavailableError(`Cannot get an answer from ${modelName}: ${serverName} says ${status}`);
}

/** Reasons of the companion alone: it is not paired, or a vendor refuses it. */
function errorForCompanion(
  status: number,
  { code, param }: ErrorBody,
  model: FailedModel,
): AtlasError | undefined {
  if (status === 401) return new SignInError(PAIRING_REFUSED);
  if (status === 503)
    return new UnavailableError(`The vendor of ${model.modelName} is overloaded: ask again later`);
  if (code !== "upstream_key_rejected") return undefined;
  const variable = /^[A-Z_]{3,60}$/.test(param ?? "") ? ` in ${param}` : "";
  return new SettingsError(
    `The vendor of ${model.modelName} does not accept the companion's key${variable}: set another where the companion runs`,
  );
}

function toConnectionError(
  thrown: unknown,
  { serverName, modelName, software }: FailedModel,
): UnavailableError {
  // Where fetch reports a reason, as in Node, the SDK makes an API call error without a status.
  const isNetwork =
    thrown instanceof TypeError || (APICallError.isInstance(thrown) && thrown.statusCode === undefined);
  if (isNetwork && software === "companion")
    return new UnavailableError("The companion does not run any more: start it with npm run companion");
  return new UnavailableError(
    isNetwork
      ? `The connection to ${serverName} is gone: check that it runs`
      : `Cannot read the answer of ${modelName}: ${serverName} sent something else than an answer`,
  );
}

/** From an HTTP error's body or from an error inside a stream; servers nest it or not. */
function readBody(thrown: unknown): ErrorBody {
  const outer = APICallError.isInstance(thrown) ? parse(thrown.responseBody) : thrown;
  if (typeof outer === "string") return { message: outer };
  const inner = typeof outer === "object" && outer !== null && "error" in outer ? outer.error : outer;
  if (typeof inner === "string") return { message: inner };
  return body.safeParse(inner).data ?? {};
}

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
}

function isOverflow({ code, type, message }: ErrorBody): boolean {
  if (code === "context_length_exceeded" || type === "exceed_context_size_error") return true;
  return /context (length|size|window)|prompt is too long|too many tokens/i.test(message ?? "");
}

/** "maximum context length is 4096 tokens", "n_ctx: 4096". */
function limitOf({ n_ctx, message }: ErrorBody): number | undefined {
  const found = /(?:context length is|n_ctx:|maximum of)\s*(\d+)/i.exec(message ?? "")?.[1];
  return n_ctx ?? (found === undefined ? undefined : Number(found));
}
