import { expect, it } from "vitest";
import { sha256Hex } from "./sha256-hex";

it("sha256Hex() equals the digest for abc in FIPS 180-2", async () => {
  expect(await sha256Hex(new TextEncoder().encode("abc"))).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
});
