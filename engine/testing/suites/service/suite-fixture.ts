import type { Connector, ConnectorContext, ConnectorDefinition } from "../../../connectors/connector";
import type { RateLimit } from "../../../connectors/service";
import { SignInError } from "../../../errors/sign-in-error";
import { WaitError } from "../../../errors/wait-error";
import type { Account, Credential } from "../../../model/credential";
import type { ItemsPage, PullPage } from "../../../model/pull-page";
import type { Settings, Source } from "../../../model/source";
import type { LimitRecords } from "../../../ports/limit-records";
import { createServiceApi } from "../../../service/create-service-api";
import type { ServiceApi } from "../../../service/service-api";
import type { IngestStore, Store } from "../../../store/store";
import type { Vault } from "../../../vault/vault";
import { createFuse, type Fuse } from "../../crash-recovery/fuse";
import { createFakeContext } from "../../fakes/fake-context";
import { createFakeTime, type FakeTime } from "../../fakes/fake-time";
import type { FakeVendor, FakeVendorOptions } from "../../fakes/fake-vendor";
import { createMemoryLimitRecords } from "../../fakes/memory-limit-records";
import { createMemoryVault } from "../../fakes/memory-vault";
import { sourceFixture } from "../../fixtures";
import { openTestStore } from "../../store/open-test-store";
import { type PassOptions, runPass } from "../../store/run-pass";
import { createFakeNetwork, type FakeNetwork } from "./fake-network";

/** The connector under test and its vendor. */
export interface ServiceSubject {
  readonly definition: ConnectorDefinition;
  readonly createVendor: (options: FakeVendorOptions) => FakeVendor;
}

export interface SuiteFixtureOptions {
  /** Items of one of the vendor's pages; 2 where absent. */
  readonly pageSize?: number;
  /** Signed in by OAuth, so that a refused token can be renewed; with a pasted token where absent. */
  readonly renewable?: boolean;
  /** In place of the declared ones. */
  readonly limits?: readonly RateLimit[];
}

export interface FixturePassOptions extends Pick<PassOptions, "onPage" | "signal" | "pullOnly"> {
  /** A fuse with a step for every request and store call. */
  readonly fuse?: Fuse;
  /** True: a limit ends the pass with a WaitError. */
  readonly failOnLimit?: boolean;
}

/** A connector over the real store and the real service layer, with a fake vendor behind it. */
export interface SuiteFixture {
  readonly subject: ServiceSubject;
  readonly vendor: FakeVendor;
  readonly time: FakeTime;
  readonly network: FakeNetwork;
  readonly vault: Vault;
  readonly store: Store;
  readonly limits: readonly RateLimit[];
  readonly account: Account;
  /** Every page that was committed, in order. */
  readonly committed: readonly PullPage[];
  /** Every error a pass ended with. */
  readonly thrown: readonly unknown[];
  /** Number of renewals of the credential. */
  readonly renewals: () => number;
  /** Adds items, minutes apart before the first page and then seconds; returns their ids. */
  create(...names: readonly string[]): readonly string[];
  update(name: string): void;
  remove(name: string): void;
  /** Ids of created items that were not removed, sorted. */
  liveIds(): readonly string[];
  ledgerIds(): Promise<readonly string[]>;
  /** Runs a step of the connector to its end, in its own process, resuming after limits. */
  use<T>(step: (connector: Connector) => Promise<T>): Promise<T>;
  /** Runs one sync in its own process, resuming after limits; returns the committed pages. */
  pass(options?: FixturePassOptions): Promise<readonly PullPage[]>;
}

/** Far enough that the overlap of two walks does not hide an item that one of them missed. */
const FAR_APART_MS = 10 * 60_000;

export const SOURCE_ID = "source";
const FIRST_TOKEN = "first-secret-4f1c";
const RENEWED_TOKEN = "renewed-secret-9d2e";
export const SECRETS = [FIRST_TOKEN, RENEWED_TOKEN];

const LEDGER = { offset: 0, limit: 10_000 };

export async function createSuiteFixture(
  subject: ServiceSubject,
  options: SuiteFixtureOptions = {},
): Promise<SuiteFixture> {
  const { definition } = subject;
  const time = createFakeTime();
  const vendor = subject.createVendor({ now: time.clock.now, pageSize: options.pageSize ?? 2 });
  const network = createFakeNetwork(vendor, time);
  network.accept(FIRST_TOKEN);
  const credential = firstCredential(subject, vendor, options);
  const state: FixtureState = {
    ...{ subject, time, network },
    limits: options.limits ?? definition.declaration.service?.limits ?? [],
    vault: createMemoryVault({ [SOURCE_ID]: credential }),
    records: createMemoryLimitRecords(),
    renewals: 0,
    committed: [],
  };
  const store = openTestStore({ clock: time.clock });
  const unsigned = sourceFixture({
    id: SOURCE_ID,
    connectorId: definition.declaration.id,
    settings: settingsOf(subject, vendor),
  });
  const account = await time.run(
    identify(state, unsigned, { credential: credential.kind, fuse: createFuse() }),
  );
  const added = { ...unsigned, account };
  await store.addSource(added);
  return assemble(state, { vendor, store, added, account });
}

/** The state that persists beyond a process, besides the store. */
interface FixtureState {
  readonly subject: ServiceSubject;
  readonly time: FakeTime;
  readonly network: FakeNetwork;
  readonly limits: readonly RateLimit[];
  readonly vault: Vault;
  readonly records: LimitRecords;
  readonly committed: PullPage[];
  renewals: number;
}

interface FixtureSetting {
  readonly vendor: FakeVendor;
  readonly store: Store;
  /** As it was added. */
  readonly added: Source;
  readonly account: Account;
}

function assemble(state: FixtureState, { vendor, store, added, account }: FixtureSetting): SuiteFixture {
  const { subject, time, network, vault, limits, committed } = state;
  const live = new Map<string, string>();
  const thrown: unknown[] = [];
  const start = async (fuse = createFuse()) => {
    const source = (await store.getSource(SOURCE_ID)) ?? added;
    const watched = recordCommits(store, state, fuse);
    const { fetch: api } = startApi(state, source, fuse);
    const context: ConnectorContext = createFakeContext({
      source,
      clock: time.clock,
      store: watched,
      ports: { api },
    });
    return { store: watched, context, definition: subject.definition };
  };
  return {
    ...{ subject, vendor, time, network, vault, store, limits, account, committed, thrown },
    renewals: () => state.renewals,
    create: (...names) =>
      names.map((name) => {
        time.clock.advance(committed.length === 0 ? FAR_APART_MS : 1_000);
        const id = vendor.create(name);
        live.set(name, id);
        return id;
      }),
    update: (name) => {
      time.clock.advance(1_000);
      vendor.update(name);
    },
    remove: (name) => {
      time.clock.advance(1_000);
      vendor.remove(name);
      live.delete(name);
    },
    liveIds: () => [...live.values()].sort(),
    ledgerIds: async () => (await store.ledger(SOURCE_ID, LEDGER)).map(({ itemId }) => itemId).sort(),
    use: (step) =>
      retryAfterWaits(time, async () => {
        const { context } = await start();
        return time.run(step(subject.definition.create(context)));
      }),
    pass: async ({ fuse, failOnLimit = false, ...options } = {}) => {
      time.clock.advance(subject.definition.declaration.intervalMinutes * 60_000);
      const before = committed.length;
      const run = async () => time.run(runPass({ ...(await start(fuse)), ...options }));
      try {
        await (failOnLimit ? run() : retryAfterWaits(time, run));
      } catch (error) {
        thrown.push(error);
        throw error;
      }
      return committed.slice(before);
    },
  };
}

/** More than a small vendor can hit. */
const MAX_WAITS = 100;

/** Resumes when a limit allows it, as sync does. */
async function retryAfterWaits<T>({ clock }: FakeTime, run: () => Promise<T>): Promise<T> {
  for (let waits = 0; ; waits++) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof WaitError) || waits === MAX_WAITS) throw error;
      clock.advance(Math.max(0, error.retryAt - clock.now()));
    }
  }
}

const COMMITS: ReadonlySet<string | symbol> = new Set<keyof IngestStore>(["commitPage", "commitItems"]);

/**
 * The store with time stopped during its calls, recording its commits. It may be killed before every call; a kill after
 * one is a kill before the next.
 */
function recordCommits(store: Store, { time, committed }: FixtureState, fuse: Fuse): Store {
  return new Proxy(store, {
    get: (target, name, receiver) => {
      const method: unknown = Reflect.get(target, name, receiver);
      if (typeof method !== "function") return method;
      return (...args: unknown[]) =>
        time.freezeDuring(async () => {
          fuse.step();
          const result: unknown = await method.apply(target, args);
          if (COMMITS.has(name)) committed.push({ cursor: "", done: true, ...(args[1] as ItemsPage) });
          return result;
        });
    },
  });
}

function startApi(state: FixtureState, source: Source, fuse: Fuse): ServiceApi {
  const { subject, time, network, vault, limits, records } = state;
  const { declaration, service } = subject.definition;
  if (!declaration.service || !service) throw new TypeError(`${declaration.id} is no connected source`);
  return createServiceApi({
    source,
    declaration: { ...declaration, service: { ...declaration.service, limits } },
    service,
    fetch: network.connect(fuse),
    vault,
    locale: "en-GB",
    auth: {
      refresh: async (_service, credential) => {
        if (credential.kind !== "oauth") throw new SignInError("Cannot renew the sign-in: sign in again");
        state.renewals++;
        network.accept(RENEWED_TOKEN);
        return { ...credential, accessToken: RENEWED_TOKEN };
      },
    },
    clock: time.clock,
    wait: (milliseconds, signal) => {
      if (fuse.blown) return Promise.reject(new Error("The process was killed"));
      return time.wait(milliseconds, signal);
    },
    random: () => 0.5,
    records,
  });
}

function identify(
  state: FixtureState,
  source: Source,
  { credential, fuse }: { readonly credential: Credential["kind"]; readonly fuse: Fuse },
): Promise<Account> {
  const { service } = state.subject.definition;
  if (!service) throw new TypeError(`${source.connectorId} is no connected source`);
  const { signal } = new AbortController();
  const { fetch: api } = startApi(state, source, fuse);
  return service.identify({ api, settings: source.settings, credential, signal });
}

function settingsOf({ definition }: ServiceSubject, vendor: FakeVendor): Settings {
  const initial = definition.declaration.settings.map((field) => [field.key, field.initial] as const);
  return { ...Object.fromEntries(initial), ...vendor.settings };
}

function firstCredential(
  { definition }: ServiceSubject,
  { user }: FakeVendor,
  { renewable = false }: SuiteFixtureOptions,
): Credential {
  if (!renewable) return { kind: "token", token: FIRST_TOKEN, ...(user !== undefined && { user }) };
  const method = definition.declaration.service?.signIn.find(({ kind }) => OAUTH.has(kind));
  return {
    kind: "oauth",
    method: method?.id ?? "",
    clientId: "client",
    accessToken: FIRST_TOKEN,
    refreshToken: "refresh-secret-77aa",
  };
}

const OAUTH: ReadonlySet<string> = new Set(["pkce", "device", "companion"]);
