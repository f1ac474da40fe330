import type { Auth, DevicePrompt, SignInRequest } from "../auth/auth";
import type { ConnectorDefinition } from "../connectors/connector";
import type { ServiceBehaviour, ServiceDeclaration, SignInMethod } from "../connectors/service";
import { hasCode } from "../errors/error-code";
import { SettingsError } from "../errors/settings-error";
import { SignInError } from "../errors/sign-in-error";
import type { Account, Credential } from "../model/credential";
import type { Settings } from "../model/source";
import type { Clock } from "../ports/clock";
import type { Fetch } from "../ports/fetch";
import type { WebAuth } from "../ports/web-auth";
import { createServiceApi } from "../service/create-service-api";
import type { LimitRecord } from "../service/service-api";
import { baseUrlOf } from "../service/target";
import type { Wait } from "../util/wait";

/** How the person wants to sign in. */
export interface SignInChoice {
  /** Id of one of the connector's sign-in methods. */
  readonly method: string;
  readonly entered: SignInRequest["entered"];
  readonly onDevicePrompt?: (prompt: DevicePrompt) => void;
  /** Aborted when the person changes their mind. */
  readonly signal?: AbortSignal;
}

export interface SignInOptions {
  readonly auth: Auth;
  readonly webAuth?: WebAuth;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly wait: Wait;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

/** A sign-in that works. Nothing of it is stored yet. */
export interface SignedIn {
  readonly account: Account;
  readonly credential: Credential;
  /** The requests it took, for the source's limits. */
  readonly requests: LimitRecord | undefined;
}

interface Subject {
  readonly definition: ConnectorDefinition;
  readonly sourceId: string;
  readonly settings: Settings;
}

/** Signs in and asks the vendor who that is. Rejects as `Auth.signIn` and `ConnectorContext.api` do. */
export async function signIn(
  options: SignInOptions,
  subject: Subject,
  choice: SignInChoice,
): Promise<SignedIn> {
  const { declaration, service, behaviour } = serviceOf(subject.definition);
  const { entered, onDevicePrompt, signal = new AbortController().signal } = choice;
  const baseUrl = baseUrlOf(service, subject.settings);
  const credential = await options.auth.signIn({
    method: methodOf(service, choice.method, declaration.name),
    entered,
    signal,
    ...(baseUrl !== undefined && { baseUrl }),
    ...(onDevicePrompt && { onDevicePrompt }),
  });
  const held = hold(credential);
  const api = createServiceApi({
    ...options,
    source: { id: subject.sourceId, settings: subject.settings },
    declaration,
    service: behaviour,
    vault: held.vault,
    records: held.records,
  });
  try {
    const { kind } = credential;
    const account = await behaviour.identify({
      api: api.fetch,
      settings: subject.settings,
      credential: kind,
      signal,
    });
    signal.throwIfAborted();
    return { account, ...held.current() };
  } catch (cause) {
    if (!hasCode(cause, "sign-in")) throw cause;
    throw new SignInError(`Cannot sign in to ${declaration.name}: it does not accept the token`, { cause });
  }
}

/** The three things that make a connector one to a vendor's API. SettingsError for any other. */
export function serviceOf({ declaration, service }: ConnectorDefinition): {
  readonly declaration: ConnectorDefinition["declaration"];
  readonly service: ServiceDeclaration;
  readonly behaviour: ServiceBehaviour;
} {
  if (!declaration.service || !service) {
    throw new SettingsError(`Cannot sign in to "${declaration.name}": it needs no sign-in; switch it on`);
  }
  return { declaration, service: declaration.service, behaviour: service };
}

function methodOf({ signIn }: ServiceDeclaration, id: string, name: string): SignInMethod {
  const method = signIn.find((method) => method.id === id);
  if (method) return method;
  throw new SettingsError(`Cannot sign in to ${name} by "${id}": choose another way`);
}

/** Keeps a credential and the count of its requests in memory until it is known whose it is. */
function hold(credential: Credential) {
  let current = credential;
  let requests: LimitRecord | undefined;
  return {
    vault: {
      get: async () => current,
      put: async (_: string, renewed: Credential) => {
        current = renewed;
      },
    },
    records: {
      load: async () => requests,
      save: async (_: string, record: LimitRecord) => {
        requests = record;
      },
    },
    current: () => ({ credential: current, requests }),
  };
}
