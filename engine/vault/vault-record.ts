import { clear, get, type UseStore, update } from "idb-keyval";
import * as z from "zod";
import { toStoreError } from "../errors/to-store-error";
import type { Sealed } from "./data-key";

const BytesSchema = z.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array);

const CryptoKeySchema = z.custom<CryptoKey>((value) => value instanceof CryptoKey);

export const SealedSchema: z.ZodType<Sealed> = z.object({ iv: BytesSchema, bytes: BytesSchema });

const StoredKeySchema = z.discriminatedUnion("kind", [
  /** Without a passphrase the browser stores the key itself, which is not extractable. */
  z.object({ kind: z.literal("open"), dataKey: CryptoKeySchema }),
  z.object({
    kind: z.literal("passphrase"),
    salt: BytesSchema,
    /** A tampered number must not block the browser for hours. */
    iterations: z.int().positive().max(10_000_000),
    /** The data key, wrapped by a key derived from the passphrase. */
    wrapped: SealedSchema,
    /** While unlocked: unwraps the session's copy of the data key; useless without it. */
    sessionKey: CryptoKeySchema.optional(),
  }),
]);

const RecordSchema = z.object({
  /** Changes with every write. */
  revision: z.string(),
  key: StoredKeySchema,
  /** By source id. Damage is detected by decrypting. */
  credentials: z.map(z.string(), z.unknown()),
});

/** The stored form of the data key. */
export type StoredKey = z.infer<typeof StoredKeySchema>;

/** The stored vault. */
export type VaultRecord = Omit<z.infer<typeof RecordSchema>, "revision">;

type StoredRecord = z.infer<typeof RecordSchema>;

const NAME = "vault";

/** Stores the vault as one record, so that a kill leaves it before or after a change. */
export interface VaultRecords {
  /** Undefined when there is none, or none that is valid. */
  read(): Promise<VaultRecord | undefined>;
  /**
   * Replaces the record with the result of `work`; undefined leaves it unchanged. `work` runs again when the record
   * was changed meanwhile, in this or another context.
   */
  update(work: (record: VaultRecord | undefined) => Promise<VaultRecord | undefined>): Promise<void>;
  clear(): Promise<void>;
}

export function createVaultRecords(useStore: UseStore): VaultRecords {
  const store: UseStore = (mode, work) => useStore(mode, work).catch(rejectAsStoreError);
  const read = async () => parse(await get(NAME, store));
  return {
    read,
    update: async (work) => {
      for (;;) {
        const before = await read();
        const after = await work(before);
        if (after === undefined || (await compareAndSwap(store, before, after))) return;
      }
    },
    clear: () => clear(store),
  };
}

/** False when the stored record is no longer `before`. */
async function compareAndSwap(
  store: UseStore,
  before: StoredRecord | undefined,
  after: VaultRecord,
): Promise<boolean> {
  let replaced = false;
  const swap = (stored: unknown): unknown => {
    replaced = parse(stored)?.revision === before?.revision;
    return replaced ? { ...after, revision: crypto.randomUUID() } : stored;
  };
  await update(NAME, swap, store);
  return replaced;
}

function rejectAsStoreError(thrown: unknown): never {
  throw toStoreError(thrown);
}

function parse(stored: unknown): StoredRecord | undefined {
  return RecordSchema.safeParse(stored).data;
}
