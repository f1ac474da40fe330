import { expect, test } from "vitest";
import { formatModelFacts } from "./model-list";

test("formatModelFacts() gives the location of a model, and its known sizes, price and speed", () => {
  const small = { id: "a/s", providerId: "a", name: "Small", state: "ready", contextTokens: 4096 } as const;
  expect(formatModelFacts({ ...small, locality: "device", downloadBytes: 8e8, memoryBytes: 1.2e9 })).toEqual([
    "on this computer",
    "800 MB to download",
    "1.2 GB of memory",
    "4,096 tokens",
  ]);
  const [graphics] = formatModelFacts({ ...small, locality: "device", hardware: "graphics" });
  expect(graphics).toBe("on this computer's graphics card");
  const [processor] = formatModelFacts({ ...small, locality: "device", hardware: "processor" });
  expect(processor).toBe("on this computer, without a graphics card: slower");
  const price = { input: 0.15, output: 0.6 };
  const speed = { firstTokenMs: 200, tokensPerSecond: 41.7 };
  expect(formatModelFacts({ ...small, locality: "cloud", host: "api.example", price, speed })).toEqual([
    "at api.example",
    "4,096 tokens",
    "$0.15 in, $0.60 out per million tokens",
    "42 tokens a second",
  ]);
});
