import { IDBObjectStore } from "fake-indexeddb";
import { vi } from "vitest";
import type { Fuse } from "./fuse";

/** Every written row is a step; the transaction of a killed one is aborted. Returns a function that undoes this. */
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
