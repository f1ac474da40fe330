/** Bytes encrypted with AES-GCM, with the initialisation vector they need. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What a passphrase is stretched with. */
export interface Stretching {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly iterations: number;
}

const AES = { name: "AES-GCM", length: 256 };
const USES: readonly KeyUsage[] = ["encrypt", "decrypt"];
const WRAPS: readonly KeyUsage[] = ["wrapKey", "unwrapKey"];
/** NIST SP 800-38D: 96 bits, never the same twice under one key. */
const IV_BYTES = 12;

/** A new key for credentials. An extractable one can be wrapped, and is then to be let go. */
export function createDataKey(extractable: boolean): Promise<CryptoKey> {
  return crypto.subtle.generateKey(AES, extractable, [...USES]);
}

/** A new key that wraps others and cannot be exported itself. */
export function createWrappingKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey(AES, false, [...WRAPS]);
}

/** A wrapping key made of a passphrase: PBKDF2 with SHA-256. */
export async function passphraseKey(passphrase: string, stretching: Stretching): Promise<CryptoKey> {
  // Keyboards write the same letter as one code point or as two.
  const bytes = new TextEncoder().encode(passphrase.normalize("NFKC"));
  const material = await crypto.subtle.importKey("raw", bytes, "PBKDF2", false, ["deriveKey"]);
  const algorithm = { name: "PBKDF2", hash: "SHA-256", ...stretching };
  return crypto.subtle.deriveKey(algorithm, material, AES, false, [...WRAPS]);
}

/** `dataKey` must be extractable. */
export async function wrapDataKey(dataKey: CryptoKey, by: CryptoKey): Promise<Sealed> {
  const iv = randomBytes(IV_BYTES);
  const bytes = await crypto.subtle.wrapKey("raw", dataKey, by, { name: AES.name, iv });
  return { iv, bytes: new Uint8Array(bytes) };
}

/** Rejects when `by` is not the key it was wrapped with. */
export function unwrapDataKey(
  { iv, bytes }: Sealed,
  by: CryptoKey,
  extractable: boolean,
): Promise<CryptoKey> {
  return crypto.subtle.unwrapKey("raw", bytes, by, { name: AES.name, iv }, AES, extractable, [...USES]);
}

/** Encrypts under a fresh initialisation vector; `bound` is not stored, but must be the same to decrypt. */
export async function encrypt(key: CryptoKey, text: string, bound: string): Promise<Sealed> {
  const iv = randomBytes(IV_BYTES);
  const algorithm = { name: AES.name, iv, additionalData: new TextEncoder().encode(bound) };
  const bytes = await crypto.subtle.encrypt(algorithm, key, new TextEncoder().encode(text));
  return { iv, bytes: new Uint8Array(bytes) };
}

/** Rejects when key, bytes or `bound` are not those it was encrypted with. */
export async function decrypt(key: CryptoKey, { iv, bytes }: Sealed, bound: string): Promise<string> {
  const algorithm = { name: AES.name, iv, additionalData: new TextEncoder().encode(bound) };
  return new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, key, bytes));
}

export function randomBytes(count: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(count));
}
