import type { Credential } from "../model/credential";
import { decrypt, encrypt, type Sealed } from "./data-key";
import { SealedSchema, type VaultRecord } from "./vault-record";

type Credentials = VaultRecord["credentials"];

/** Encrypts a credential so that it can be decrypted with its source's id only. */
export function sealCredential(key: CryptoKey, sourceId: string, credential: Credential): Promise<Sealed> {
  return encrypt(key, JSON.stringify(credential), sourceId);
}

/** Undefined when there is none or when it is damaged. */
export async function openCredential(
  key: CryptoKey,
  sourceId: string,
  credentials: Credentials,
): Promise<Credential | undefined> {
  const sealed = SealedSchema.safeParse(credentials.get(sourceId)).data;
  if (sealed === undefined) return undefined;
  const text = await decrypt(key, sealed, sourceId).catch(() => undefined);
  // AES-GCM authenticates the text: it is what `sealCredential` encrypted.
  return text === undefined ? undefined : (JSON.parse(text) as Credential);
}

/** Encrypts all credentials with another key; damaged ones are left out. */
export async function resealCredentials(
  credentials: Credentials,
  from: CryptoKey,
  to: CryptoKey,
): Promise<Credentials> {
  const resealed: Credentials = new Map();
  for (const sourceId of credentials.keys()) {
    const credential = await openCredential(from, sourceId, credentials);
    if (credential !== undefined) resealed.set(sourceId, await sealCredential(to, sourceId, credential));
  }
  return resealed;
}
