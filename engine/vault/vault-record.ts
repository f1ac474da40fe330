import { clear, get, type UseStore, update } from "idb-keyval";
import * as z from "zod";
import { QuotaError } from "../errors/quota-error";
import type { Sealed } from "./data-key";

const BytesSchema = z.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array);

const CryptoKeySchema = z.custom<CryptoKey>((value) => value instanceof CryptoKey);

export const SealedSchema: z.ZodType<Sealed> = z.object({ iv: BytesSchema, bytes: BytesSchema });

const StoredKeySchema = z.discriminatedUnion("kind", [
  /** No passphrase: the browser keeps the key itself, which no script can export. */
  z.object({ kind: z.literal("open"), dataKey: CryptoKeySchema }),
  z.object({
    kind: z.literal("passphrase"),
    salt: BytesSchema,
    /** A tampered figure must not keep the browser busy for hours. */
    iterations: z.int().positive().max(10_000_000),
    /** The data key, wrapped by a key made of the passphrase. */
    wrapped: SealedSchema,
    /** While unlocked: unwraps the copy of the data key that the session holds, and is worth nothing without it. */
    sessionKey: CryptoKeySchema.optional(),
  }),
]);

const RecordSchema = z.object({
  /** Another one after every change. */
  revision: z.string(),
  key: StoredKeySchema,
  /** By source id. A damaged one shows when it is decrypted. */
  credentials: z.map(z.string(), z.unknown()),
});

/** How the key for the credentials is kept. */
export type StoredKey = z.infer<typeof StoredKeySchema>;

/** The whole vault as it is stored. */
export type VaultRecord = Omit<z.infer<typeof RecordSchema>, "revision">;

type StoredRecord = z.infer<typeof RecordSchema>;

const NAME = "vault";

/** Keeps the vault as one record, so that a kill leaves the vault before a change or the one after it. */
export interface VaultRecords {
  /** Undefined when there is none yet, or none that can be read. */
  read(): Promise<VaultRecord | undefined>;
  /**
   * Replaces the record with what `work` makes of it; undefined leaves it as it is. `work` runs again when the
   * record has changed meanwhile, in this or another context.
   */
  update(work: (record: VaultRecord | undefined) => Promise<VaultRecord | undefined>): Promise<void>;
  clear(): Promise<void>;
}

export function createVaultRecords(store: UseStore): VaultRecords {
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
  try {
    await update(NAME, swap, store);
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === "QuotaExceededError")
      throw new QuotaError({ cause: thrown });
    throw thrown;
  }
  return replaced;
}

function parse(stored: unknown): StoredRecord | undefined {
  return RecordSchema.safeParse(stored).data;
}
