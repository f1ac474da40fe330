import { AtlasError } from "../../../errors/atlas-error";
import { ContextOverflowError } from "../../../errors/context-overflow-error";
import { NotFoundError } from "../../../errors/not-found-error";
import { PermissionError } from "../../../errors/permission-error";
import { SettingsError } from "../../../errors/settings-error";
import { SignInError } from "../../../errors/sign-in-error";
import { UnavailableError } from "../../../errors/unavailable-error";
import type { ServerSoftware } from "../discovered-model";
import { OLLAMA_ORIGIN_MESSAGE } from "../list-ollama";
import { classifyFailure, type FailureKind } from "./classify-failure";
import type { ServerFailure } from "./server-failure";

export interface FailedModel {
  readonly serverName: string;
  readonly modelName: string;
  readonly software: ServerSoftware;
  readonly contextTokens: number;
}

/**
 * Translates what a server says of a failure to an error with a remedy. Servers repeat the key and the prompt they
 * received, and their words are written by others: none of them are kept, not even as a cause.
 */
export function toModelError(failure: ServerFailure, model: FailedModel): AtlasError {
  const companionError = model.software === "companion" ? errorForCompanion(failure, model) : undefined;
  if (companionError) return companionError;
  return ERRORS[classifyFailure(failure)](model, failure);
}

/** A request that no server received, or a reply that broke off. `hasStarted`: a part of the reply was read. */
export function toConnectionError(thrown: unknown, model: FailedModel, hasStarted: boolean): unknown {
  if (thrown instanceof AtlasError) return thrown;
  if (thrown instanceof Error && thrown.name === "AbortError") return thrown;
  if (hasStarted) return cutShortError(model);
  if (model.software === "companion")
    return new UnavailableError("The companion does not run any more: start it with npm run companion");
  return new UnavailableError(`The connection to ${model.serverName} is gone: check that it runs`);
}

/** An answer without an end: what was read of it may lack the most important part. */
export function cutShortError({ serverName, modelName }: FailedModel): UnavailableError {
  return new UnavailableError(
    `The answer of ${modelName} was cut short: ${serverName} ended it before the model had finished; ask again`,
  );
}

/** A reply that is neither an answer nor an error that is known. */
export function unreadableError({ serverName, modelName }: FailedModel): UnavailableError {
  return new UnavailableError(
    `Cannot read the answer of ${modelName}: ${serverName} sent something else than an answer`,
  );
}

export function overflowError(limit: number, modelName: string): ContextOverflowError {
  return new ContextOverflowError(
    `Cannot answer with ${modelName}: question and passages are longer than its limit of ${limit} tokens`,
  );
}

/** The companion's own refusal, on any request. */
export const PAIRING_REFUSED =
  "The companion does not accept the pairing token: enter the one it printed at its first start, or set in ATLAS_COMPANION_TOKEN";

type ToError = (model: FailedModel, failure: ServerFailure) => AtlasError;

const ERRORS: Readonly<Record<FailureKind, ToError>> = {
  "wrong-key": ({ serverName }) => new SignInError(`${serverName} does not accept the key: enter it again`),
  "no-credit": ({ serverName }) => new SettingsError(`The account at ${serverName} has no credit left`),
  "not-found": ({ serverName, modelName, software }) =>
    new NotFoundError(
      `${serverName} does not have the model ${modelName} any more${software === "ollama" ? `: run ollama pull ${modelName}, or choose another model` : ": choose another model"}`,
    ),
  overflow: ({ contextTokens, modelName }, { limit }) => overflowError(limit ?? contextTokens, modelName),
  forbidden: ({ serverName, modelName, software }) =>
    new PermissionError(
      software === "ollama"
        ? OLLAMA_ORIGIN_MESSAGE
        : `${serverName} does not allow this key to use ${modelName}`,
    ),
  "rate-limit": ({ serverName }, { retryAfter }) =>
    new UnavailableError(
      `${serverName} takes no more requests for now: its limit is reached; ask again ${inSeconds(retryAfter)}`,
    ),
  "out-of-memory": ({ serverName, modelName }) =>
    new UnavailableError(
      `${serverName} has not enough memory for ${modelName}: choose a smaller model, or close other programs where it runs`,
    ),
  loading: ({ serverName, modelName }, { retryAfter }) =>
    new UnavailableError(`${serverName} is still loading ${modelName}: ask again ${inSeconds(retryAfter)}`),
  "not-loaded": ({ serverName, modelName }) =>
    new UnavailableError(`${serverName} has not loaded ${modelName}: load it there, or choose another model`),
  "cannot-load": ({ serverName, modelName }) =>
    new UnavailableError(
      `${serverName} cannot load ${modelName}: check there whether the model is complete, or choose another`,
    ),
  crashed: ({ serverName, modelName }) =>
    new UnavailableError(
      `The model ${modelName} crashed at ${serverName}: ask again, and start ${serverName} again or choose a smaller model when it keeps crashing`,
    ),
  overloaded: ({ serverName, modelName }, { retryAfter }) =>
    new UnavailableError(`${serverName} is too busy to run ${modelName}: ask again ${inSeconds(retryAfter)}`),
  timeout: ({ serverName, modelName }) =>
    new UnavailableError(
      `The model ${modelName} took too long at ${serverName}: ask again, or choose a faster model`,
    ),
  filtered: ({ serverName }) =>
    new UnavailableError(`The rules of content of ${serverName} refuse this question or its passages`),
  other: ({ serverName, modelName }, { status }) =>
    new UnavailableError(
      `Cannot get an answer from ${modelName}: ${serverName} ${status === undefined ? "reports a failure" : `says ${status}`}`,
    ),
};

function inSeconds(seconds: number | undefined): string {
  if (seconds === undefined || seconds <= 0) return "in a moment";
  return seconds < 120 ? `in ${seconds} seconds` : `in ${Math.ceil(seconds / 60)} minutes`;
}

/** Reasons of the companion alone: it is not paired, or a vendor refuses it. */
function errorForCompanion(
  { status, code, param = "" }: ServerFailure,
  { modelName }: FailedModel,
): AtlasError | undefined {
  if (status === 401) return new SignInError(PAIRING_REFUSED);
  if (status === 503 || code === "overloaded")
    return new UnavailableError(`The vendor of ${modelName} is overloaded: ask again later`);
  if (code !== "upstream_key_rejected") return undefined;
  const variable = /^[A-Z_]{3,60}$/.test(param) ? ` in ${param}` : "";
  return new SettingsError(
    `The vendor of ${modelName} does not accept the companion's key${variable}: set another where the companion runs`,
  );
}
