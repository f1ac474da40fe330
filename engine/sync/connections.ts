import PQueue from "p-queue";
import type { ConnectorDefinition } from "../connectors/connector";
import { DisconnectedError } from "../errors/disconnected-error";
import { hasCode } from "../errors/error-code";
import { NotFoundError } from "../errors/not-found-error";
import { SettingsError } from "../errors/settings-error";
import { SignInError } from "../errors/sign-in-error";
import { toPlainError } from "../errors/to-plain-error";
import type { Credential } from "../model/credential";
import type { Settings, Source } from "../model/source";
import type { ServicePool } from "../service/create-service-pool";
import { withTimeLimit } from "../service/with-time-limit";
import type { IngestStore } from "../store/store";
import type { Vault } from "../vault/vault";
import { checkSettings } from "./check-settings";
import type { Sync } from "./create-sync";
import { NEVER } from "./next-due";
import { type SignedIn, type SignInChoice, type SignInOptions, serviceOf, signIn } from "./sign-in";

export interface ConnectRequest extends SignInChoice {
  readonly connectorId: string;
  readonly settings?: Settings;
  /** The connector's name where absent. */
  readonly label?: string;
}

/** What the person does with sources that are signed in to a vendor. */
export interface Connections {
  /**
   * Signs in and adds a source that is due now; gives its id. SettingsError when the account is connected already.
   * Whatever it rejects with, nothing is left behind.
   */
  connectSource(request: ConnectRequest): Promise<string>;
  /** Signs in again as the same account, SettingsError for another; the source goes on where it was. */
  reconnectSource(sourceId: string, choice: SignInChoice): Promise<void>;
  /**
   * Wipes the sign-in and tells the vendor, if it can be told soon. `forget` also removes the source and all it
   * brought; otherwise that stays and answers, and the source waits for a new sign-in.
   */
  disconnectSource(sourceId: string, options: { readonly forget: boolean }): Promise<void>;
  /** Opens the vault; sources that waited for it are due. SettingsError when the passphrase is wrong. */
  unlock(passphrase: string): Promise<void>;
}

export interface ConnectionOptions extends SignInOptions {
  readonly store: IngestStore;
  readonly vault: Vault;
  readonly sync: Pick<Sync, "cancel">;
  readonly pool: Pick<ServicePool, "close">;
  /** NotFoundError when there is no such connector. */
  readonly definitionOf: (connectorId: string) => ConnectorDefinition;
  readonly onChange: () => void;
}

/** The vendor has this long to forget a sign-in; Atlas has forgotten it by then. */
const REVOKE_MS = 5_000;

export function createConnections(options: ConnectionOptions): Connections {
  const { store, vault, clock, sync, pool, onChange } = options;
  // Two sign-ins as the same account must not both find that there is no such source yet.
  const adding = new PQueue({ concurrency: 1 });

  return {
    connectSource: async (request) => {
      const definition = options.definitionOf(request.connectorId);
      const { declaration } = serviceOf(definition);
      const settings = checkSettings(declaration, request.settings ?? {});
      const sourceId = crypto.randomUUID();
      const signedIn = await signIn(options, { definition, sourceId, settings }, request);
      const source: Source = {
        id: sourceId,
        connectorId: declaration.id,
        label: request.label?.trim() || declaration.name,
        settings,
        state: "idle",
        dueAt: clock.now(),
        addedAt: clock.now(),
        account: signedIn.account,
      };
      await adding.add(() => addConnected(options, source, signedIn));
      onChange();
      return sourceId;
    },
    reconnectSource: (sourceId, choice) => reconnect(options, sourceId, choice),
    disconnectSource: async (sourceId, { forget }) => {
      const { connectorId } = await getSource(store, sourceId);
      await sync.cancel(sourceId);
      await pool.close(sourceId);
      // Locked or damaged: it can be wiped all the same, only the vendor cannot be told.
      const credential = await vault.get(sourceId).catch(() => undefined);
      await vault.delete(sourceId);
      if (forget) await store.removeSource(sourceId);
      else await store.updateSource(sourceId, disconnected());
      onChange();
      if (credential) await revoke(options, connectorId, credential);
    },
    unlock: async (passphrase) => {
      await vault.unlock(passphrase);
      const locked = (await store.listSources()).filter(({ problem }) => problem?.code === "locked");
      for (const { id } of locked) {
        await store.updateSource(id, { state: "idle", dueAt: clock.now(), problem: undefined });
      }
      onChange();
    },
  };
}

async function reconnect(options: ConnectionOptions, sourceId: string, choice: SignInChoice): Promise<void> {
  const { store, vault, clock, sync, pool, onChange } = options;
  const { connectorId, settings, account } = await getSource(store, sourceId);
  const definition = options.definitionOf(connectorId);
  const signedIn = await signIn(options, { definition, sourceId, settings }, choice);
  if (account && account.id !== signedIn.account.id) {
    const { name } = signedIn.account;
    throw new SettingsError(
      `Cannot go on as ${name}: this source belongs to ${account.name}; connect ${name} as a new source`,
    );
  }
  await sync.cancel(sourceId);
  await pool.close(sourceId);
  const { state } = await getSource(store, sourceId);
  const renewed = {
    account: signedIn.account,
    state: state === "paused" ? "paused" : "idle",
    dueAt: clock.now(),
    problem: undefined,
    failedRuns: undefined,
  } as const;
  try {
    await vault.put(sourceId, signedIn.credential);
    await store.updateSource(sourceId, renewed);
  } catch (thrown) {
    // The person removed it meanwhile, and then nothing must stay in the vault.
    if (hasCode(thrown, "not-found")) await vault.delete(sourceId);
    throw thrown;
  }
  onChange();
}

async function getSource(store: IngestStore, sourceId: string): Promise<Source> {
  const source = await store.getSource(sourceId);
  if (source === undefined) throw new NotFoundError(`Cannot find source "${sourceId}": it was removed`);
  return source;
}

/**
 * The row comes first and waits: a kill before the credential is kept leaves a source that asks for a sign-in, and
 * not a credential that nobody sees.
 */
async function addConnected(options: ConnectionOptions, source: Source, signedIn: SignedIn): Promise<void> {
  const { store, vault } = options;
  const twin = (await store.listSources()).find((other) => isSameAccount(options, source, other));
  if (twin) {
    throw new SettingsError(
      `Cannot connect ${signedIn.account.name} twice: sign in again at the source "${twin.label}" instead`,
    );
  }
  const { state, dueAt } = source;
  const problem = toPlainError(new SignInError(`Sign in to ${source.label} again: connecting was cut off`));
  await store.addSource({ ...source, state: "waiting", dueAt: NEVER, problem });
  try {
    await vault.put(source.id, signedIn.credential);
    if (signedIn.requests) await store.limits.save(source.id, signedIn.requests);
    await store.updateSource(source.id, { state, dueAt, problem: undefined });
  } catch (thrown) {
    await vault.delete(source.id);
    await store.removeSource(source.id);
    throw thrown;
  }
}

/** Numbers of accounts are unique at one vendor, not among self-hosted ones. */
function isSameAccount({ definitionOf }: ConnectionOptions, one: Source, other: Source): boolean {
  if (one.connectorId !== other.connectorId || one.account?.id !== other.account?.id) return false;
  const key = definitionOf(one.connectorId).declaration.service?.baseUrlSetting;
  return key === undefined || one.settings[key] === other.settings[key];
}

function disconnected() {
  const error = new DisconnectedError("Disconnected: sign in again to keep this source up to date");
  return { state: "waiting", dueAt: NEVER, problem: toPlainError(error) } as const;
}

/** A vendor that does not answer keeps a token that Atlas no longer has; the person cannot do more here either. */
async function revoke(
  { auth, definitionOf, wait }: ConnectionOptions,
  connectorId: string,
  credential: Credential,
): Promise<void> {
  const limit = { wait, milliseconds: REVOKE_MS, signal: new AbortController().signal };
  const told = withTimeLimit(limit, async (signal) => {
    const { service } = serviceOf(definitionOf(connectorId));
    await auth.revoke(service, credential, signal);
  });
  await told.catch(() => {});
}
