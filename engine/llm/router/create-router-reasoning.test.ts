import { describe, expect, test } from "vitest";
import type { GenerateEvent } from "../generator";
import { createRouterFixture, type ScriptedModel } from "../testing/router-fixture";

const DEVICE: ScriptedModel = { id: "lab/device" };
const NETWORK: ScriptedModel = { id: "lab/network", locality: "network" };
const CLOUD: ScriptedModel = { id: "lab/cloud", locality: "cloud", price: { input: 1_000, output: 10_000 } };
const THOUGHT = { reasoning: "The person wants a date. " };

function joined(events: readonly GenerateEvent[], type: "text" | "reasoning"): string {
  return events.map((event) => (event.type === type ? event.delta : "")).join("");
}

describe("a model that thinks", () => {
  test("has its thoughts forwarded apart from its text", async () => {
    const fixture = createRouterFixture([
      { ...DEVICE, outputs: [THOUGHT, "May"], usage: { input: 7, output: 9, reasoning: 8 } },
    ]);
    expect((await fixture.events()).slice(1)).toEqual([
      { type: "reasoning", delta: THOUGHT.reasoning },
      { type: "text", delta: "May" },
      { type: "finish", reason: "stop", usage: { inputTokens: 7, outputTokens: 9, reasoningTokens: 8 } },
    ]);
  });

  test("has further tokens for them, as far as its window has room", async () => {
    const large = createRouterFixture([{ ...DEVICE, contextTokens: 100_000 }]);
    await large.events();
    const small = createRouterFixture([{ ...DEVICE, contextTokens: 1_000 }]);
    await small.events();
    const none = createRouterFixture([{ ...DEVICE, contextTokens: 106 }]);
    await none.events();
    expect(large.limits[0]).toBe(100 + 4_096);
    expect(small.limits[0]).toBeGreaterThan(900);
    expect(small.limits[0]).toBeLessThan(1_000);
    expect(none.limits[0]).toBeLessThan(107);
  });

  test("has none beyond the budget", async () => {
    const tight = createRouterFixture([CLOUD], { dailyBudget: 1.5 });
    await tight.events();
    expect(tight.limits).toEqual([100]);
    const wide = createRouterFixture([CLOUD], { dailyBudget: 100 });
    await wide.events();
    expect(wide.limits).toEqual([100 + 4_096]);
  });

  test("is replaced when it fails while it thinks", async () => {
    const fixture = createRouterFixture([
      { ...DEVICE, outputs: [THOUGHT, " ", "fail"] },
      { ...NETWORK, outputs: ["Yes"] },
    ]);
    const events = await fixture.events();
    expect(events.flatMap((event) => (event.type === "model" ? [event.model.id] : []))).toEqual([
      "lab/device",
      "lab/network",
    ]);
    expect(joined(events, "text").trim()).toBe("Yes");
  });

  test("does not count as silent while it thinks", async () => {
    const thinking = Array.from({ length: 4 }, () => [60_000, THOUGHT]).flat();
    const fixture = createRouterFixture([{ ...DEVICE, outputs: [...thinking, "May"] }, NETWORK]);
    expect(joined(await fixture.events(), "text")).toBe("May");
    expect(fixture.asked).toEqual(["lab/device"]);
  });

  test("does not win a race before its text", async () => {
    const fixture = createRouterFixture(
      [
        { ...DEVICE, outputs: [THOUGHT, 5_000, "slow"] },
        { ...NETWORK, outputs: [100, THOUGHT, "quick"] },
      ],
      { race: true },
    );
    const events = await fixture.events();
    expect(joined(events, "text")).toBe("quick");
    expect(joined(events, "reasoning")).toBe(THOUGHT.reasoning);
    expect(fixture.stopped).toContain("lab/device");
  });

  test("reports the limit that it spent on thinking", async () => {
    const cut = { ...DEVICE, outputs: [THOUGHT], finish: "length" } as const;
    await expect(
      createRouterFixture([{ ...cut, usage: { input: 5, output: 64 } }]).events(),
    ).rejects.toMatchObject({ code: "thinking-limit", tokens: 64 });
    // OpenAI keeps the thoughts to itself.
    await expect(
      createRouterFixture([{ ...cut, outputs: [], usage: { input: 5, output: 64, reasoning: 64 } }]).events(),
    ).rejects.toMatchObject({ code: "thinking-limit" });
    await expect(createRouterFixture([cut]).events()).rejects.toMatchObject({ code: "thinking-limit" });
  });
});

describe("what a model costs", () => {
  const THINKS = { ...CLOUD, outputs: [THOUGHT, "May"] };

  test.each([
    ["nothing", {}],
    ["0", { usage: { input: 0, output: 0 } }],
  ])("is estimated from text and thoughts where it reports %s", async (_what, reported) => {
    const fixture = createRouterFixture([{ ...THINKS, ...reported }]);
    await fixture.events();
    const [entry] = await fixture.log();
    expect(entry).toMatchObject({ outcome: "answered" });
    expect(entry?.inputTokens).toBeGreaterThan(3);
    expect(entry?.outputTokens).toBeGreaterThan(5);
  });

  test.each([
    ["it fails after its thoughts", ["fail"]],
    ["it fails after its first text", ["May", "fail"]],
  ])("is estimated when %s", async (_what, outputs) => {
    const fixture = createRouterFixture([{ ...CLOUD, outputs: [THOUGHT, ...outputs] }]);
    await expect(fixture.events()).rejects.toMatchObject({ code: "unavailable" });
    const [entry] = await fixture.log();
    expect(entry).toMatchObject({ outcome: "failed" });
    expect(entry?.outputTokens).toBeGreaterThan(4);
    expect(entry?.cost).toBeGreaterThan(0);
  });

  test("is what it reports when it thought until its limit", async () => {
    const fixture = createRouterFixture([
      { ...CLOUD, outputs: [], finish: "length", usage: { input: 5, output: 64 } },
    ]);
    await expect(fixture.events()).rejects.toMatchObject({ code: "thinking-limit" });
    expect((await fixture.log())[0]).toMatchObject({ outcome: "failed", inputTokens: 5, outputTokens: 64 });
  });
});
