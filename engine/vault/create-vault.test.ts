import { get, set, update } from "idb-keyval";
import { expect, test, vi } from "vitest";
import type { Credential } from "../model/credential";
import { createVault } from "./create-vault";
import {
  createMemorySession,
  createTestBrowser,
  openTestVault,
  type TestBrowser,
} from "./testing/open-test-vault";

const SECRET = "lin_api_secret-of-ada";
const PASSPHRASE = "correct horse battery";
const TOKEN: Credential = { kind: "token", token: SECRET, user: "ada@example.com" };
const OAUTH: Credential = {
  kind: "oauth",
  method: "oauth",
  clientId: "atlas",
  accessToken: SECRET,
  refreshToken: `${SECRET}-refresh`,
  expiresAt: 1_735_689_600_000,
};

/** The stored record, to inspect and to tamper with. */
interface Stored {
  readonly key: Record<string, unknown>;
  readonly credentials: Map<string, { iv: Uint8Array; bytes: Uint8Array }>;
}

const stored = async ({ store }: TestBrowser) => (await get<Stored>("vault", store)) as Stored;
const tamper = (browser: TestBrowser, change: (stored: Stored) => unknown) =>
  update("vault", (record) => change(record as Stored), browser.store);

/** Everything the browser stores, as Latin-1 text. */
async function everyByte(browser: TestBrowser): Promise<string> {
  const texts: string[] = [(await browser.sessionKeys.get()) ?? ""];
  const collect = (value: unknown): void => {
    if (value instanceof Uint8Array) texts.push(Buffer.from(value).toString("latin1"));
    else if (value instanceof Map) for (const pair of value) collect(pair);
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(collect);
    else texts.push(String(value));
  };
  collect(await stored(browser));
  return texts.join("\n");
}

async function withPassphrase(): Promise<TestBrowser> {
  const browser = createTestBrowser();
  await openTestVault(browser).put("source", TOKEN);
  await openTestVault(browser).setPassphrase(PASSPHRASE);
  return browser;
}

test.each<Credential>([TOKEN, OAUTH, { kind: "browser", method: "chrome", scopes: ["drive.readonly"] }])(
  "get() returns a credential of kind $kind unchanged, in a later service worker too",
  async (credential) => {
    const browser = createTestBrowser();
    await openTestVault(browser).put("source", credential);
    expect(await openTestVault(browser).get("source")).toEqual(credential);
  },
);

test("get() returns undefined from an empty vault, which is open and has no passphrase", async () => {
  const vault = openTestVault();
  expect(await vault.get("source")).toBeUndefined();
  expect(await vault.state()).toBe("open");
  expect(await vault.hasPassphrase()).toBe(false);
});

test("put() separates sources and replaces a source's credential", async () => {
  const vault = openTestVault();
  await Promise.all([vault.put("one", TOKEN), vault.put("two", TOKEN), vault.put("__proto__", TOKEN)]);
  await vault.put("two", OAUTH);
  expect(await vault.get("one")).toEqual(TOKEN);
  expect(await vault.get("two")).toEqual(OAUTH);
  expect(await vault.get("__proto__")).toEqual(TOKEN);
});

test("put() uses another initialisation vector every time", async () => {
  const browser = createTestBrowser();
  const vault = openTestVault(browser);
  const seen = new Set<string>();
  for (let times = 0; times < 50; times++) {
    await vault.put("source", TOKEN);
    const { iv } = (await stored(browser)).credentials.get("source")!;
    expect(iv).toHaveLength(12);
    seen.add(String(iv));
  }
  expect(seen.size).toBe(50);
});

test("get() refuses a row copied to another source's id", async () => {
  const browser = createTestBrowser();
  await openTestVault(browser).put("mine", TOKEN);
  await tamper(browser, (record) => {
    record.credentials.set("theirs", record.credentials.get("mine")!);
    return record;
  });
  expect(await openTestVault(browser).get("theirs")).toBeUndefined();
  expect(await openTestVault(browser).get("mine")).toEqual(TOKEN);
});

test("get() treats a row with any flipped bit as absent, and put() replaces it", async () => {
  const browser = createTestBrowser();
  const vault = openTestVault(browser);
  await vault.put("source", TOKEN);
  const { iv, bytes } = (await stored(browser)).credentials.get("source")!;
  for (const field of ["iv", "bytes"] as const) {
    for (let at = 0; at < (field === "iv" ? iv : bytes).length; at++) {
      const damaged = { iv: iv.slice(), bytes: bytes.slice() };
      damaged[field][at]! ^= 1;
      await tamper(browser, (record) => ({ ...record, credentials: new Map([["source", damaged]]) }));
      expect(await vault.get("source")).toBeUndefined();
    }
  }
  await vault.put("source", OAUTH);
  expect(await vault.get("source")).toEqual(OAUTH);
});

test.each([
  ["a row", { credentials: new Map([["source", "rubbish"]]) }],
  ["a key", { key: { kind: "open" } }],
])("get() treats %s of the wrong shape as absent, and put() replaces it", async (_what, damage) => {
  const browser = createTestBrowser();
  const vault = openTestVault(browser);
  await vault.put("source", TOKEN);
  await tamper(browser, (record) => ({ ...record, ...damage }));
  expect(await vault.get("source")).toBeUndefined();
  await vault.put("source", OAUTH);
  expect(await vault.get("source")).toEqual(OAUTH);
});

test("the stored data does not contain the token's text, with or without a passphrase", async () => {
  const browser = createTestBrowser();
  const vault = openTestVault(browser);
  await vault.put("source", OAUTH);
  expect(await everyByte(browser)).not.toContain(SECRET);
  await vault.setPassphrase(PASSPHRASE);
  const kept = await everyByte(browser);
  expect(kept).not.toContain(SECRET);
  expect(kept).not.toContain(PASSPHRASE);
});

test("no stored key can be exported, and with a passphrase none decrypts", async () => {
  const browser = createTestBrowser();
  const vault = openTestVault(browser);
  await vault.put("source", TOKEN);
  const open = (await stored(browser)).key.dataKey as CryptoKey;
  await expect(crypto.subtle.exportKey("raw", open)).rejects.toThrow("not extractable");
  await vault.setPassphrase(PASSPHRASE);
  const { sessionKey, ...others } = (await stored(browser)).key;
  expect(Object.values(others).filter((value) => value instanceof CryptoKey)).toEqual([]);
  expect((sessionKey as CryptoKey).usages.sort()).toEqual(["unwrapKey", "wrapKey"]);
  await expect(crypto.subtle.exportKey("raw", sessionKey as CryptoKey)).rejects.toThrow("not extractable");
  const { iv, bytes } = (await stored(browser)).credentials.get("source")!;
  const additionalData = new TextEncoder().encode("source");
  const algorithm = { name: "AES-GCM", iv: iv as BufferSource, additionalData };
  await expect(crypto.subtle.decrypt(algorithm, open, bytes as BufferSource)).rejects.toThrow();
});

test("a vault with a passphrase stays open across service workers, and locks when the browser ends", async () => {
  const browser = await withPassphrase();
  expect(await openTestVault(browser).get("source")).toEqual(TOKEN);
  const restarted = openTestVault({ ...browser, sessionKeys: createMemorySession() });
  expect(await restarted.state()).toBe("locked");
  await restarted.unlock(PASSPHRASE);
  expect(await restarted.get("source")).toEqual(TOKEN);
});

test("lock() closes the vault for everything but deletions, and unlock() opens it", async () => {
  const browser = await withPassphrase();
  const vault = openTestVault(browser);
  await vault.put("other", OAUTH);
  await vault.lock();
  expect(await vault.state()).toBe("locked");
  expect((await stored(browser)).key).not.toHaveProperty("sessionKey");
  for (const refused of [vault.get("source"), vault.put("source", TOKEN), vault.setPassphrase(undefined)])
    await expect(refused).rejects.toMatchObject({ code: "locked" });
  await vault.delete("other");
  await vault.unlock(PASSPHRASE);
  expect(await vault.get("source")).toEqual(TOKEN);
  expect(await vault.get("other")).toBeUndefined();
});

test("lock() and unlock() do nothing where no passphrase is set", async () => {
  const vault = openTestVault();
  await vault.put("source", TOKEN);
  await vault.lock();
  await vault.unlock("whatever it is");
  expect(await vault.get("source")).toEqual(TOKEN);
});

test("unlock() refuses a wrong passphrase and repeats neither", async () => {
  const vault = openTestVault(await withPassphrase());
  await vault.lock();
  const refused = await vault.unlock(`${PASSPHRASE}!`).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: "settings", message: "Cannot unlock: the passphrase is wrong" });
  expect(await vault.state()).toBe("locked");
});

test("unlock() accepts a passphrase in another Unicode normalisation form", async () => {
  const vault = openTestVault();
  await vault.setPassphrase("Zürich im März");
  await vault.lock();
  await vault.unlock("Zürich im März".normalize("NFD"));
  expect(await vault.state()).toBe("open");
});

test("setPassphrase() changes and removes the passphrase and keeps every credential", async () => {
  const browser = await withPassphrase();
  const vault = openTestVault(browser);
  await vault.put("other", OAUTH);
  await vault.setPassphrase("another one entirely");
  await vault.lock();
  await expect(vault.unlock(PASSPHRASE)).rejects.toMatchObject({ code: "settings" });
  await vault.unlock("another one entirely");
  await vault.setPassphrase(undefined);
  expect(await vault.hasPassphrase()).toBe(false);
  expect(await browser.sessionKeys.get()).toBeUndefined();
  await vault.lock();
  expect(await vault.get("source")).toEqual(TOKEN);
  expect(await vault.get("other")).toEqual(OAUTH);
});

test("setPassphrase() refuses a short passphrase and changes nothing", async () => {
  const vault = openTestVault();
  await expect(vault.setPassphrase("")).rejects.toMatchObject({ code: "settings" });
  expect(await vault.hasPassphrase()).toBe(false);
});

test("setPassphrase() loses neither a credential put nor one deleted meanwhile", async () => {
  const browser = createTestBrowser();
  const vault = openTestVault(browser);
  await vault.put("deleted", TOKEN);
  await Promise.all([
    vault.setPassphrase(PASSPHRASE),
    vault.put("put", OAUTH),
    vault.delete("deleted"),
    openTestVault(browser).put("put elsewhere", TOKEN),
  ]);
  expect(await vault.get("put")).toEqual(OAUTH);
  expect(await vault.get("put elsewhere")).toEqual(TOKEN);
  expect(await vault.get("deleted")).toBeUndefined();
  expect(await vault.hasPassphrase()).toBe(true);
});

test("get() finds the vault open throughout a change of passphrase", async () => {
  const browser = await withPassphrase();
  const vault = openTestVault(browser);
  let changing = true;
  const changed = vault.setPassphrase("another one entirely").finally(() => {
    changing = false;
  });
  while (changing) expect(await vault.get("source")).toEqual(TOKEN);
  await changed;
});

test("the key of a passphrase is derived with 600,000 iterations and a random salt", async () => {
  const derive = vi.spyOn(crypto.subtle, "deriveKey");
  const browser = createTestBrowser();
  await createVault(browser).setPassphrase(PASSPHRASE);
  expect(derive.mock.lastCall?.[0]).toMatchObject({ name: "PBKDF2", hash: "SHA-256", iterations: 600_000 });
  const { salt } = (await stored(browser)).key;
  await createVault(browser).setPassphrase(PASSPHRASE);
  expect((await stored(browser)).key.salt).not.toEqual(salt);
  derive.mockRestore();
});

test("clear() deletes credentials, key, passphrase and session", async () => {
  const browser = await withPassphrase();
  await set("leftover", SECRET, browser.store);
  await openTestVault(browser).clear();
  expect(await get("vault", browser.store)).toBeUndefined();
  expect(await get("leftover", browser.store)).toBeUndefined();
  expect(await browser.sessionKeys.get()).toBeUndefined();
  expect(await openTestVault(browser).hasPassphrase()).toBe(false);
});
