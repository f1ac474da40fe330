import { IDBObjectStore } from "fake-indexeddb";
import { vi } from "vitest";
import type { Fuse } from "./fuse";

/** Every row written is a step; the one that dies takes its transaction with it. Returns how to undo this. */
export function killWrites(fuse: Fuse): () => void {
  const spies = (["add", "put", "delete"] as const).map((name) => {
    const original = IDBObjectStore.prototype[name];
    return vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (
      this: unknown,
      ...args: unknown[]
    ) {
      fuse.step();
      return Reflect.apply(original, this, args);
    });
  });
  return () => {
    for (const spy of spies) spy.mockRestore();
  };
}
