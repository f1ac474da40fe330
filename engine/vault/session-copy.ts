import type { SessionKeys } from "../ports/session-keys";
import { createWrappingKey, type Sealed, unwrapDataKey, wrapDataKey } from "./data-key";

/** Number of copies in the session; older ones belong to wrapping keys that are no longer stored. */
const MAX_COPIES = 4;

/**
 * Keeps an unlocked vault open across restarts of the service worker. The session stores the data key, wrapped by a
 * new non-extractable key; the caller stores that key and passes it back as `sessionKey`. Neither part alone decrypts
 * anything: the stored key is useless after the browser has ended, and the session's copy is useless to a script that
 * can read it but not the vault.
 *
 * The copy is added before the caller stores the new wrapping key, and the previous copy stays, so that a concurrent
 * reader finds the vault open with either key.
 */
export async function addSessionCopy(sessionKeys: SessionKeys, dataKey: CryptoKey): Promise<CryptoKey> {
  const sessionKey = await createWrappingKey();
  const copy = toText(await wrapDataKey(dataKey, sessionKey));
  const earlier = (await sessionKeys.get())?.split("\n") ?? [];
  await sessionKeys.set([copy, ...earlier].slice(0, MAX_COPIES).join("\n"));
  return sessionKey;
}

/** The data key, not extractable; undefined when the session has no copy for this key. */
export async function openSessionCopy(
  sessionKeys: SessionKeys,
  sessionKey: CryptoKey,
): Promise<CryptoKey | undefined> {
  const copies = (await sessionKeys.get())?.split("\n") ?? [];
  for (const copy of copies) {
    try {
      return await unwrapDataKey(fromText(copy), sessionKey, false);
    } catch {
      // A copy for another key, or a damaged one.
    }
  }
  return undefined;
}

function toText({ iv, bytes }: Sealed): string {
  return `${toBase64(iv)} ${toBase64(bytes)}`;
}

function fromText(text: string): Sealed {
  const [iv = "", bytes = ""] = text.split(" ");
  return { iv: fromBase64(iv), bytes: fromBase64(bytes) };
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
