/** Bytes encrypted with AES-GCM, with their initialisation vector. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Parameters of the key derivation. */
export interface Pbkdf2Parameters {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly iterations: number;
}

const AES = { name: "AES-GCM", length: 256 };
const DATA_KEY_USAGES: readonly KeyUsage[] = ["encrypt", "decrypt"];
const WRAPPING_KEY_USAGES: readonly KeyUsage[] = ["wrapKey", "unwrapKey"];
/** NIST SP 800-38D: 96 bits, never the same twice with one key. */
const IV_BYTES = 12;

/** Creates a key for credentials. An extractable key can be wrapped, and must not be kept afterwards. */
export function createDataKey(extractable: boolean): Promise<CryptoKey> {
  return crypto.subtle.generateKey(AES, extractable, [...DATA_KEY_USAGES]);
}

/** Creates a key that wraps others and is not extractable. */
export function createWrappingKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey(AES, false, [...WRAPPING_KEY_USAGES]);
}

/** Derives a wrapping key from a passphrase: PBKDF2 with SHA-256. */
export async function derivePassphraseKey(
  passphrase: string,
  parameters: Pbkdf2Parameters,
): Promise<CryptoKey> {
  // Keyboards produce the same letter as one code point or as two.
  const bytes = new TextEncoder().encode(passphrase.normalize("NFKC"));
  const material = await crypto.subtle.importKey("raw", bytes, "PBKDF2", false, ["deriveKey"]);
  const algorithm = { name: "PBKDF2", hash: "SHA-256", ...parameters };
  return crypto.subtle.deriveKey(algorithm, material, AES, false, [...WRAPPING_KEY_USAGES]);
}

/** `dataKey` must be extractable. */
export async function wrapDataKey(dataKey: CryptoKey, wrappingKey: CryptoKey): Promise<Sealed> {
  const iv = randomBytes(IV_BYTES);
  const bytes = await crypto.subtle.wrapKey("raw", dataKey, wrappingKey, { name: AES.name, iv });
  return { iv, bytes: new Uint8Array(bytes) };
}

/** Rejects when `wrappingKey` is not the key that wrapped it. */
export function unwrapDataKey(
  { iv, bytes }: Sealed,
  wrappingKey: CryptoKey,
  extractable: boolean,
): Promise<CryptoKey> {
  return crypto.subtle.unwrapKey("raw", bytes, wrappingKey, { name: AES.name, iv }, AES, extractable, [
    ...DATA_KEY_USAGES,
  ]);
}

/** Encrypts with a new initialisation vector. `associatedData` is not stored, but must be the same to decrypt. */
export async function encrypt(key: CryptoKey, text: string, associatedData: string): Promise<Sealed> {
  const iv = randomBytes(IV_BYTES);
  const algorithm = { name: AES.name, iv, additionalData: new TextEncoder().encode(associatedData) };
  const bytes = await crypto.subtle.encrypt(algorithm, key, new TextEncoder().encode(text));
  return { iv, bytes: new Uint8Array(bytes) };
}

/** Rejects when key, bytes or `associatedData` differ from the encryption. */
export async function decrypt(
  key: CryptoKey,
  { iv, bytes }: Sealed,
  associatedData: string,
): Promise<string> {
  const algorithm = { name: AES.name, iv, additionalData: new TextEncoder().encode(associatedData) };
  return new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, key, bytes));
}

export function randomBytes(count: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(count));
}
