import type { UseStore } from "idb-keyval";
import { expect, test } from "vitest";
import type { Credential } from "../model/credential";
import { createFuse, type Fuse, killable } from "../testing/crash-recovery/fuse";
import {
  createMemorySession,
  createTestBrowser,
  openTestVault,
  type TestBrowser,
} from "./testing/open-test-vault";
import type { Vault } from "./vault";

const PASSPHRASES = ["first passphrase", "second passphrase"] as const;
const [FIRST, SECOND] = PASSPHRASES;
const SOURCES = ["one", "two", "three"] as const;

const credential = (token: string): Credential => ({ kind: "token", token });

/** The observable state of the vault. */
interface Contents {
  readonly passphrase: string | undefined;
  readonly tokens: Readonly<Record<string, string | undefined>>;
}

const CHANGES: readonly (readonly [string, readonly VaultCall[], VaultCall])[] = [
  ["setting a passphrase", [], (vault) => vault.setPassphrase(FIRST)],
  [
    "changing the passphrase",
    [(vault) => vault.setPassphrase(FIRST)],
    (vault) => vault.setPassphrase(SECOND),
  ],
  [
    "removing the passphrase",
    [(vault) => vault.setPassphrase(FIRST)],
    (vault) => vault.setPassphrase(undefined),
  ],
  ["locking", [(vault) => vault.setPassphrase(FIRST)], (vault) => vault.lock()],
  [
    "unlocking",
    [(vault) => vault.setPassphrase(FIRST), (vault) => vault.lock()],
    (vault) => vault.unlock(FIRST),
  ],
  ["putting a credential", [], (vault) => vault.put("one", credential("renewed"))],
  [
    "putting one under a passphrase",
    [(vault) => vault.setPassphrase(FIRST)],
    (vault) => vault.put("two", credential("renewed")),
  ],
  ["deleting one", [], (vault) => vault.delete("one")],
  ["clearing", [(vault) => vault.setPassphrase(FIRST)], (vault) => vault.clear()],
];

type VaultCall = (vault: Vault) => Promise<void>;

test.each(CHANGES)(
  "killed at any step of %s, the vault is in the state before or after it",
  async (_name, first, work) => {
    const setUp = async () => {
      const browser = createTestBrowser();
      const vault = openTestVault(browser);
      for (const source of SOURCES) await vault.put(source, credential(`token of ${source}`));
      for (const step of first) await step(vault);
      return browser;
    };
    const before = await contents(await setUp());
    const unharmed = await setUp();
    await work(openTestVault(unharmed));
    const after = await contents(unharmed);
    const steps = await countSteps(await setUp(), work);
    for (let step = 1; step <= steps; step++) {
      const browser = await setUp();
      await expect(work(openTestVault(createKillableBrowser(browser, createFuse(step))))).rejects.toThrow(
        "killed",
      );
      // The next service worker may find the vault locked, but never with other contents.
      const next = openTestVault(browser);
      const seen = (await next.state()) === "open" ? await tokens(next) : undefined;
      const left = await contents(browser);
      expect([before, after]).toContainEqual(left);
      expect(seen ?? left.tokens).toEqual(left.tokens);
    }
  },
);

async function countSteps(browser: TestBrowser, work: VaultCall): Promise<number> {
  const fuse = createFuse();
  await work(openTestVault(createKillableBrowser(browser, fuse)));
  return fuse.steps;
}

/** Reads everything after the browser has ended, with the passphrase where one is set. */
async function contents(browser: TestBrowser): Promise<Contents> {
  const vault = openTestVault({ ...browser, sessionKeys: createMemorySession() });
  const passphrase = (await vault.hasPassphrase()) ? await findPassphrase(vault) : undefined;
  return { passphrase, tokens: await tokens(vault) };
}

async function tokens(vault: Vault): Promise<Contents["tokens"]> {
  const found = await Promise.all(SOURCES.map((source) => vault.get(source)));
  return Object.fromEntries(SOURCES.map((source, at) => [source, tokenOf(found[at])]));
}

function tokenOf(found: Credential | undefined): string | undefined {
  return found?.kind === "token" ? found.token : undefined;
}

async function findPassphrase(vault: Vault): Promise<string> {
  for (const passphrase of PASSPHRASES) {
    await vault.unlock(passphrase).catch(() => {});
    if ((await vault.state()) === "open") return passphrase;
  }
  throw new RangeError("No passphrase opens the vault");
}

/** The browser of a service worker that dies around every call and inside every transaction. */
function createKillableBrowser({ store, sessionKeys }: TestBrowser, fuse: Fuse): TestBrowser {
  const mortalStore: UseStore = async (mode, callback) => {
    fuse.step();
    const result = await store(mode, (objects) => callback(abortable(objects, fuse)));
    fuse.step();
    return result;
  };
  return { store: mortalStore, sessionKeys: killable(sessionKeys, fuse) };
}

/** Dying at a write undoes the whole transaction. */
function abortable(objects: IDBObjectStore, fuse: Fuse): IDBObjectStore {
  return new Proxy(objects, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== "function") return member;
      return (...args: unknown[]) => {
        if (name === "get") return member.apply(target, args);
        const request: unknown = member.apply(target, args);
        try {
          fuse.step();
        } catch (killed) {
          target.transaction.abort();
          throw killed;
        }
        return request;
      };
    },
  });
}
