import type { Auth } from "../../auth/auth";
import type { ConnectorDefinition } from "../../connectors/connector";
import type { ServiceBehaviour, ServiceDeclaration, SignInMethod } from "../../connectors/service";
import type { DevicePrompt, SignIn } from "../../contract/sign-in";
import { hasCode } from "../../errors/error-code";
import { SettingsError } from "../../errors/settings-error";
import { SignInError } from "../../errors/sign-in-error";
import type { Account, Credential } from "../../model/credential";
import type { Settings } from "../../model/source";
import type { Clock } from "../../ports/clock";
import type { Fetch } from "../../ports/fetch";
import type { LimitRecord } from "../../ports/limit-records";
import type { WebAuth } from "../../ports/web-auth";
import { baseUrlOf } from "../../service/allowed-url";
import { createServiceApi } from "../../service/create-service-api";
import type { Wait } from "../../util/wait";

export interface SignInOptions {
  readonly onDevicePrompt?: (prompt: DevicePrompt) => void;
  /** Aborted when the person cancels. */
  readonly signal?: AbortSignal;
}

export interface SignInDeps {
  readonly auth: Auth;
  readonly webAuth?: WebAuth;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly wait: Wait;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** BCP 47 tag of the language for times of day in messages. */
  readonly locale: string;
}

/** The result of a successful sign-in, which is not stored yet. */
export interface SignInResult {
  readonly account: Account;
  readonly credential: Credential;
  /** Counts of the requests it took, for the source's limits. */
  readonly limitRecord: LimitRecord | undefined;
}

interface SignInTarget {
  readonly definition: ConnectorDefinition;
  readonly sourceId: string;
  readonly settings: Settings;
  readonly signIn: SignIn;
}

/** Signs in and requests the account from the vendor. Rejects like `Auth.signIn` and `ConnectorContext.api`. */
export async function signIn(
  deps: SignInDeps,
  target: SignInTarget,
  { onDevicePrompt, signal = new AbortController().signal }: SignInOptions,
): Promise<SignInResult> {
  const { declaration, service, behaviour } = requireService(target.definition);
  const { methodId, entered } = target.signIn;
  const baseUrl = baseUrlOf(service, target.settings);
  const credential = await deps.auth.signIn({
    method: requireMethod(service, methodId, declaration.name),
    entered,
    signal,
    ...(baseUrl !== undefined && { baseUrl }),
    ...(onDevicePrompt && { onDevicePrompt }),
  });
  const buffer = createCredentialBuffer(credential);
  const api = createServiceApi({
    ...deps,
    source: { id: target.sourceId, settings: target.settings },
    declaration,
    service: behaviour,
    vault: buffer.vault,
    records: buffer.records,
  });
  try {
    const { kind } = credential;
    const account = await behaviour.identify({
      api: api.fetch,
      settings: target.settings,
      credential: kind,
      signal,
    });
    signal.throwIfAborted();
    return { account, ...buffer.current() };
  } catch (cause) {
    if (!hasCode(cause, "sign-in")) throw cause;
    throw new SignInError(`Cannot sign in to ${declaration.name}: it does not accept the token`, { cause });
  }
}

/** The parts of a connector with a service. Throws SettingsError for any other. */
export function requireService({ declaration, service }: ConnectorDefinition): {
  readonly declaration: ConnectorDefinition["declaration"];
  readonly service: ServiceDeclaration;
  readonly behaviour: ServiceBehaviour;
} {
  if (!declaration.service || !service) {
    throw new SettingsError(`Cannot sign in to "${declaration.name}": it needs no sign-in; switch it on`);
  }
  return { declaration, service: declaration.service, behaviour: service };
}

function requireMethod({ signIn }: ServiceDeclaration, id: string, name: string): SignInMethod {
  const method = signIn.find((method) => method.id === id);
  if (method) return method;
  throw new SettingsError(`Cannot sign in to ${name} by "${id}": choose another way`);
}

/** Keeps a credential and its request counts in memory until the account is known. */
function createCredentialBuffer(credential: Credential) {
  let current = credential;
  let limitRecord: LimitRecord | undefined;
  return {
    vault: {
      get: async () => current,
      put: async (_: string, renewed: Credential) => {
        current = renewed;
      },
    },
    records: {
      load: async () => limitRecord,
      save: async (_: string, record: LimitRecord) => {
        limitRecord = record;
      },
    },
    current: () => ({ credential: current, limitRecord }),
  };
}
