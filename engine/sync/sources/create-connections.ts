import PQueue from "p-queue";
import type { ConnectorDefinition } from "../../connectors/connector";
import type { SignIn } from "../../contract/sign-in";
import { DisconnectedError } from "../../errors/disconnected-error";
import { hasCode } from "../../errors/error-code";
import { NotFoundError } from "../../errors/not-found-error";
import { SettingsError } from "../../errors/settings-error";
import { SignInError } from "../../errors/sign-in-error";
import { toPlainError } from "../../errors/to-plain-error";
import type { Credential } from "../../model/credential";
import type { Settings, Source } from "../../model/source";
import type { ServicePool } from "../../service/create-service-pool";
import type { IngestStore } from "../../store/store";
import { withTimeout } from "../../util/with-timeout";
import type { Vault } from "../../vault/vault";
import type { Sync } from "../create-sync";
import { NEVER } from "../schedule/next-due";
import { checkSettings } from "./check-settings";
import { requireService, type SignInDeps, type SignInOptions, type SignInResult, signIn } from "./sign-in";

export interface ConnectRequest {
  readonly connectorId: string;
  readonly signIn: SignIn;
  readonly settings?: Settings;
  /** The connector's name when absent. */
  readonly label?: string;
}

/** Operations on sources with a sign-in. */
export interface Connections {
  /**
   * Signs in and adds a source that is due now; returns its id. Rejects with SettingsError when the account is
   * already connected. When it rejects, nothing is stored.
   */
  connectSource(request: ConnectRequest, options?: SignInOptions): Promise<string>;
  /** Signs in again as the same account, SettingsError for another; the source goes on where it was. */
  reconnectSource(sourceId: string, signIn: SignIn, options?: SignInOptions): Promise<void>;
  /**
   * Deletes the credential and revokes it at the vendor, if the vendor responds soon. `forget` also removes the
   * source and its data; otherwise the data stays searchable, and the source waits for a new sign-in.
   */
  disconnectSource(sourceId: string, options: { readonly forget: boolean }): Promise<void>;
  /** Opens the vault; sources that waited for it are due. Rejects with SettingsError when the passphrase is wrong. */
  unlock(passphrase: string): Promise<void>;
}

export interface ConnectionsDeps extends SignInDeps {
  readonly store: IngestStore;
  readonly vault: Vault;
  readonly sync: Pick<Sync, "withoutRun">;
  readonly pool: Pick<ServicePool, "close">;
  /** Throws NotFoundError for an unknown connector. */
  readonly definitionOf: (connectorId: string) => ConnectorDefinition;
  readonly onChange: () => void;
}

/** Timeout of a revocation; the credential is already deleted here. */
const REVOKE_TIMEOUT_MS = 5_000;

export function createConnections(deps: ConnectionsDeps): Connections {
  const { store, vault, clock, sync, pool, onChange } = deps;
  // Two sign-ins with the same account must not both find that there is no such source yet.
  const addQueue = new PQueue({ concurrency: 1 });

  return {
    connectSource: async (request, options = {}) => {
      const definition = deps.definitionOf(request.connectorId);
      const { declaration } = requireService(definition);
      const settings = checkSettings(declaration, request.settings ?? {});
      const sourceId = crypto.randomUUID();
      const signInResult = await signIn(
        deps,
        { definition, sourceId, settings, signIn: request.signIn },
        options,
      );
      const source: Source = {
        id: sourceId,
        connectorId: declaration.id,
        label: request.label?.trim() || declaration.name,
        settings,
        state: "idle",
        dueAt: clock.now(),
        addedAt: clock.now(),
        account: signInResult.account,
      };
      await addQueue.add(() => addConnectedSource(deps, source, signInResult));
      onChange();
      return sourceId;
    },
    reconnectSource: async (sourceId, signIn, options = {}) => {
      await reconnectSource(deps, { sourceId, signIn }, options);
    },
    disconnectSource: async (sourceId, { forget }) => {
      const { connectorId } = await getSource(store, sourceId);
      const credential = await sync.withoutRun(sourceId, async (ended) => {
        await ended;
        await pool.close(sourceId);
        // A locked or damaged credential can be deleted, but not revoked.
        const stored = await vault.get(sourceId).catch(() => undefined);
        await vault.delete(sourceId);
        if (forget) await store.removeSource(sourceId);
        else await store.updateSource(sourceId, createDisconnectedPatch());
        return stored;
      });
      onChange();
      if (credential) await revokeCredential(deps, connectorId, credential);
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

interface ReconnectRequest {
  readonly sourceId: string;
  readonly signIn: SignIn;
}

async function reconnectSource(
  deps: ConnectionsDeps,
  request: ReconnectRequest,
  options: SignInOptions,
): Promise<void> {
  const { sourceId } = request;
  const { store } = deps;
  const { connectorId, settings, account } = await getSource(store, sourceId);
  const definition = deps.definitionOf(connectorId);
  const signInResult = await signIn(deps, { ...request, definition, settings }, options);
  if (account && account.id !== signInResult.account.id) {
    const { name } = signInResult.account;
    throw new SettingsError(
      `Cannot go on as ${name}: this source belongs to ${account.name}; connect ${name} as a new source`,
    );
  }
  await deps.sync.withoutRun(sourceId, async (ended) => {
    await ended;
    await storeReconnection(deps, sourceId, signInResult);
  });
  deps.onChange();
}

async function storeReconnection(
  { store, vault, clock, pool }: ConnectionsDeps,
  sourceId: string,
  signInResult: SignInResult,
): Promise<void> {
  await pool.close(sourceId);
  const { state } = await getSource(store, sourceId);
  const patch = {
    account: signInResult.account,
    state: state === "paused" ? "paused" : "idle",
    dueAt: clock.now(),
    problem: undefined,
    failedRuns: undefined,
  } as const;
  try {
    await vault.put(sourceId, signInResult.credential);
    await store.updateSource(sourceId, patch);
  } catch (thrown) {
    // The person removed the source meanwhile: its credential must not stay in the vault.
    if (hasCode(thrown, "not-found")) await vault.delete(sourceId);
    throw thrown;
  }
}

async function getSource(store: IngestStore, sourceId: string): Promise<Source> {
  const source = await store.getSource(sourceId);
  if (source === undefined) throw new NotFoundError(`Cannot find source "${sourceId}": it was removed`);
  return source;
}

/**
 * The row is added first, in the state `waiting`: a kill before the credential is stored leaves a source that asks
 * for a sign-in, not a credential without a source.
 */
async function addConnectedSource(
  deps: ConnectionsDeps,
  source: Source,
  signInResult: SignInResult,
): Promise<void> {
  const { store, vault } = deps;
  const duplicate = (await store.listSources()).find((other) => isSameAccount(deps, source, other));
  if (duplicate) {
    throw new SettingsError(
      `Cannot connect ${signInResult.account.name} twice: sign in again at the source "${duplicate.label}" instead`,
    );
  }
  const { state, dueAt } = source;
  const problem = toPlainError(new SignInError(`Sign in to ${source.label} again: connecting was cut off`));
  await store.addSource({ ...source, state: "waiting", dueAt: NEVER, problem });
  try {
    await vault.put(source.id, signInResult.credential);
    if (signInResult.limitRecord) await store.limits.save(source.id, signInResult.limitRecord);
    await store.updateSource(source.id, { state, dueAt, problem: undefined });
  } catch (thrown) {
    await vault.delete(source.id);
    await store.removeSource(source.id);
    throw thrown;
  }
}

/** Account ids are unique at one vendor, not among self-hosted ones. */
function isSameAccount({ definitionOf }: ConnectionsDeps, source: Source, other: Source): boolean {
  if (source.connectorId !== other.connectorId || source.account?.id !== other.account?.id) return false;
  const key = definitionOf(source.connectorId).declaration.service?.baseUrlSetting;
  return key === undefined || source.settings[key] === other.settings[key];
}

function createDisconnectedPatch() {
  const error = new DisconnectedError("Disconnected: sign in again to keep this source up to date");
  return { state: "waiting", dueAt: NEVER, problem: toPlainError(error) } as const;
}

/** When the vendor does not respond, it keeps a token that Atlas no longer has; the person cannot do more either. */
async function revokeCredential(
  { auth, definitionOf, wait }: ConnectionsDeps,
  connectorId: string,
  credential: Credential,
): Promise<void> {
  const timeout = { wait, milliseconds: REVOKE_TIMEOUT_MS, signal: new AbortController().signal };
  const revocation = withTimeout(timeout, async (signal) => {
    const { service } = requireService(definitionOf(connectorId));
    await auth.revoke(service, credential, signal);
  });
  await revocation.catch(() => {});
}
