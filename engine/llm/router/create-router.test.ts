import { expect, test } from "vitest";
import type { GenerateEvent } from "../generator";
import { createRouterFixture, type ScriptedModel } from "../testing/router-fixture";

const DEVICE: ScriptedModel = { id: "lab/device" };
const NETWORK: ScriptedModel = { id: "lab/network", locality: "network" };
const CLOUD: ScriptedModel = { id: "lab/cloud", locality: "cloud", price: { input: 1_000, output: 10_000 } };
const ALL = [CLOUD, NETWORK, DEVICE];

const { signal } = new AbortController();

function modelsOf(events: readonly GenerateEvent[]): readonly string[] {
  return events.flatMap((event) => (event.type === "model" ? [event.model.id] : []));
}

function textOf(events: readonly GenerateEvent[]): string {
  return events.map((event) => (event.type === "text" ? event.delta : "")).join("");
}

test("the router names the model, forwards its text and reports the usage", async () => {
  const fixture = createRouterFixture([
    { ...DEVICE, outputs: ["In ", "May"], usage: { input: 7, output: 2 } },
  ]);
  expect(await fixture.events()).toEqual([
    { type: "model", model: expect.objectContaining({ id: "lab/device" }) },
    { type: "text", delta: "In " },
    { type: "text", delta: "May" },
    { type: "finish", reason: "stop", usage: { inputTokens: 7, outputTokens: 2 } },
  ]);
});

test.each([
  ["device", {}, ["lab/device"]],
  ["network", {}, ["lab/device", "lab/network"]],
  ["ask", {}, ["lab/device", "lab/network"]],
  ["ask", { cloudAllowed: true }, ["lab/device", "lab/network", "lab/cloud"]],
  ["cloud", {}, ["lab/device", "lab/network", "lab/cloud"]],
  ["cloud", { deviceOnly: true }, ["lab/device"]],
  ["ask", { cloudAllowed: true, deviceOnly: true }, ["lab/device"]],
] as const)(
  "under %s with %j only those are asked who may, the nearest first",
  async (policy, choice, expected) => {
    const fixture = createRouterFixture(
      ALL.map((model) => ({ ...model, outputs: ["fail"] })),
      { policy },
    );
    await expect(fixture.events(choice)).rejects.toMatchObject({ code: "unavailable" });
    expect(fixture.asked).toEqual(expected);
  },
);

test.each(["device", "network", "ask"] as const)(
  "under %s a cloud model asked for by name is refused",
  async (policy) => {
    const fixture = createRouterFixture(ALL, { policy });
    await expect(fixture.events({ modelId: CLOUD.id })).rejects.toMatchObject({
      code: "permission",
      message: expect.stringContaining("lab/cloud.example"),
    });
    expect(fixture.asked).toEqual([]);
    expect(await fixture.log()).toEqual([]);
  },
);

test("a model that fails before its first text is replaced by the next, by name", async () => {
  const fixture = createRouterFixture([
    { ...DEVICE, outputs: ["fail"] },
    { ...NETWORK, outputs: ["Yes"] },
    CLOUD,
  ]);
  const events = await fixture.events();
  expect(modelsOf(events)).toEqual(["lab/device", "lab/network"]);
  expect(textOf(events)).toBe("Yes");
});

test("a model that fails after its first text is not replaced", async () => {
  const fixture = createRouterFixture([{ ...DEVICE, outputs: ["In ", "fail"] }, NETWORK]);
  await expect(fixture.events()).rejects.toMatchObject({ code: "unavailable" });
  expect(fixture.asked).toEqual(["lab/device"]);
});

test.each([
  ["says nothing", [] as const],
  ["does not begin for two minutes", [130_000, "late"] as const],
])("a model that %s is replaced", async (_what, says) => {
  const fixture = createRouterFixture([
    { ...DEVICE, outputs: says },
    { ...NETWORK, outputs: ["Yes"] },
  ]);
  expect(textOf(await fixture.events())).toBe("Yes");
  expect(fixture.stopped).toContain("lab/device");
});

test("a filtered answer is reported, and no other model is asked", async () => {
  const fixture = createRouterFixture([{ ...DEVICE, outputs: [], finish: "content-filter" }, NETWORK]);
  expect((await fixture.events()).at(-1)).toMatchObject({ type: "finish", reason: "filtered" });
  expect(fixture.asked).toEqual(["lab/device"]);
});

test("a model chosen by the person is the only one asked", async () => {
  const fixture = createRouterFixture([DEVICE, { ...NETWORK, outputs: ["fail"] }]);
  await expect(fixture.events({ modelId: NETWORK.id })).rejects.toMatchObject({ code: "unavailable" });
  expect(fixture.asked).toEqual(["lab/network"]);
  await expect(fixture.events({ modelId: "lab/gone" })).rejects.toMatchObject({ code: "not-found" });
});

test("the preferred model comes first, wherever it is, and others are its fallback", async () => {
  const fixture = createRouterFixture([{ ...CLOUD, outputs: ["fail"] }, DEVICE], {
    preferredModelId: CLOUD.id,
  });
  expect(modelsOf(await fixture.events())).toEqual(["lab/cloud", "lab/device"]);
});

test("a model too small for the messages is skipped, and the largest limit is named when none fits", async () => {
  const small = { ...DEVICE, contextTokens: 120 };
  const content = "passage ".repeat(400);
  const messages = [{ role: "user" as const, content }];
  const fixture = createRouterFixture([small, NETWORK]);
  expect(modelsOf(await fixture.events({ messages }))).toEqual(["lab/network"]);
  const none = createRouterFixture([small, { ...NETWORK, contextTokens: 240 }]);
  await expect(none.events({ messages })).rejects.toMatchObject({
    code: "context-overflow",
    message: expect.stringContaining("240"),
  });
  expect(none.asked).toEqual([]);
});

test("speed is recorded, and a model that is too slow is ranked last", async () => {
  const words = Array.from({ length: 20 }, () => [1_000, "word "]).flat();
  const fixture = createRouterFixture([{ ...DEVICE, outputs: words }, NETWORK]);
  expect(modelsOf(await fixture.events())).toEqual(["lab/device"]);
  const speed = (await fixture.store.speeds.load()).get("lab/device");
  expect(speed?.firstTokenMs).toBe(1_000);
  expect(speed?.tokensPerSecond).toBeCloseTo(20 / 19);
  expect(modelsOf(await fixture.events())).toEqual(["lab/network"]);
});

test("among equals the cheaper is first, then the faster", async () => {
  const dear = { ...CLOUD, id: "lab/dear" };
  const cheap = { ...CLOUD, id: "lab/cheap", price: { input: 1, output: 1 } };
  const fixture = createRouterFixture([dear, cheap]);
  expect(modelsOf(await fixture.events())).toEqual(["lab/cheap"]);
  const two = createRouterFixture([DEVICE, { ...DEVICE, id: "lab/quick" }]);
  await two.store.speeds.save("lab/quick", { firstTokenMs: 100, tokensPerSecond: 80 });
  expect(modelsOf(await two.events())).toEqual(["lab/quick"]);
});

test("a tiny model is used only when no other on this computer is ready", async () => {
  const tiny = { ...DEVICE, id: "lab/tiny", name: "Pond 135M" };
  const small = { ...DEVICE, id: "lab/small", name: "Pond 360M" };
  const fixture = createRouterFixture([tiny, small, { ...DEVICE, name: "Pond 8B" }]);
  await fixture.store.speeds.save("lab/tiny", { firstTokenMs: 1, tokensPerSecond: 500 });
  expect(modelsOf(await fixture.events())).toEqual(["lab/device"]);
  expect(modelsOf(await createRouterFixture([tiny, small, NETWORK]).events())).toEqual(["lab/small"]);
});

test("in a race the first model with text answers, and the other is stopped and logged", async () => {
  const fixture = createRouterFixture(
    [
      { ...NETWORK, outputs: [5_000, "slow"] },
      { ...CLOUD, outputs: [100, "quick"] },
    ],
    {
      race: true,
    },
  );
  const events = await fixture.events();
  expect(modelsOf(events)).toEqual(["lab/cloud"]);
  expect(textOf(events)).toBe("quick");
  expect([...fixture.asked].sort()).toEqual(["lab/cloud", "lab/network"]);
  expect(fixture.stopped).toContain("lab/network");
  const outcomes = (await fixture.log()).map(({ modelId, outcome }) => [modelId, outcome]);
  expect(new Map(outcomes as [string, string][])).toEqual(
    new Map([
      ["lab/cloud", "answered"],
      ["lab/network", "stopped"],
    ]),
  );
});

test("a race continues with the other when one fails, and with the third when both do", async () => {
  const fail = (model: ScriptedModel): ScriptedModel => ({ ...model, outputs: ["fail"] });
  const one = createRouterFixture([fail(DEVICE), { ...NETWORK, outputs: [50, "Yes"] }], { race: true });
  expect(modelsOf(await one.events())).toEqual(["lab/network"]);
  const both = createRouterFixture([fail(DEVICE), fail(NETWORK), CLOUD], { race: true });
  expect(modelsOf(await both.events())).toEqual(["lab/cloud"]);
});

test("an abort stops the model and rejects", async () => {
  const fixture = createRouterFixture([{ ...CLOUD, outputs: ["In ", 60_000, "May"] }]);
  const stop = new AbortController();
  const events: GenerateEvent[] = [];
  const reading = (async () => {
    for await (const event of fixture.router.generate({ ...fixture.request, signal: stop.signal })) {
      events.push(event);
      if (event.type === "text") stop.abort();
    }
  })();
  await expect(fixture.time.run(reading)).rejects.toMatchObject({ name: "AbortError" });
  expect(textOf(events)).toBe("In ");
  expect(fixture.stopped).toEqual(["lab/cloud"]);
  expect((await fixture.log())[0]).toMatchObject({ outcome: "stopped" });
});

test("the model stops when its reader stops", async () => {
  const fixture = createRouterFixture([{ ...CLOUD, outputs: ["In ", 60_000, "May"] }]);
  for await (const event of fixture.router.generate({ ...fixture.request, signal }))
    if (event.type === "text") break;
  expect(fixture.stopped).toEqual(["lab/cloud"]);
  expect((await fixture.log())[0]).toMatchObject({ outcome: "stopped" });
});

test("a request to another machine is logged before it is sent, without its text", async () => {
  const fixture = createRouterFixture([{ ...NETWORK, usage: { input: 9, output: 1 } }]);
  await fixture.events({ sourceLabels: ["Slack", "Jira"] });
  expect(fixture.logged).toEqual([1]);
  const [entry] = await fixture.log();
  expect(entry).toMatchObject({
    host: "lab/network.example",
    modelId: "lab/network",
    characters: "When is the launch?".length,
    sources: ["Slack", "Jira"],
    inputTokens: 9,
    outputTokens: 1,
    cost: 0,
    outcome: "answered",
  });
  expect(JSON.stringify(entry)).not.toContain("launch");
});

test("nothing is sent when the log cannot be written", async () => {
  const fixture = createRouterFixture([CLOUD]);
  fixture.store.close();
  await expect(fixture.events()).rejects.toThrow();
  expect(fixture.asked).toEqual([]);
});

test("requests on this computer are not logged", async () => {
  const fixture = createRouterFixture([DEVICE]);
  await fixture.events();
  expect(await fixture.log()).toEqual([]);
});

test("a request that may exceed the day's budget is not sent, and local models answer", async () => {
  // 5 words in, at most 100 tokens out: a little more than a dollar.
  const fixture = createRouterFixture([{ ...CLOUD, usage: { input: 5, output: 50 } }], { dailyBudget: 1.5 });
  await fixture.events();
  expect((await fixture.log())[0]?.cost).toBeCloseTo(0.505);
  await expect(fixture.events()).rejects.toMatchObject({
    code: "budget",
    message: expect.stringContaining("$1.50"),
  });
  expect(fixture.asked).toEqual(["lab/cloud"]);
  fixture.time.clock.advance(24 * 60 * 60_000);
  await fixture.events();
  expect(fixture.asked).toHaveLength(2);
  const both = createRouterFixture([CLOUD, DEVICE], { dailyBudget: 0, preferredModelId: CLOUD.id });
  expect(modelsOf(await both.events()).at(-1)).toBe("lab/device");
});

test("the month's budget applies across days", async () => {
  const fixture = createRouterFixture([{ ...CLOUD, usage: { input: 5, output: 100 } }], {
    monthlyBudget: 2.5,
  });
  for (let day = 0; day < 2; day++) {
    await fixture.events();
    fixture.time.clock.advance(24 * 60 * 60_000);
  }
  await expect(fixture.events()).rejects.toMatchObject({ code: "budget" });
});

test("two questions at once do not spend the same remainder", async () => {
  const fixture = createRouterFixture([{ ...CLOUD, outputs: [1_000, "Hello"] }], { dailyBudget: 1.5 });
  const both = Promise.allSettled([fixture.collect(), fixture.collect()]);
  const outcomes = (await fixture.time.run(both)).map(({ status }) => status);
  expect(outcomes.sort()).toEqual(["fulfilled", "rejected"]);
  expect(fixture.asked).toEqual(["lab/cloud"]);
});

test("the window is that of the model that would answer, and absent when none may", async () => {
  const fixture = createRouterFixture([CLOUD, { ...DEVICE, contextTokens: 4_096 }]);
  expect(await fixture.router.window({})).toMatchObject({
    model: { id: "lab/device" },
    contextTokens: 4_096,
  });
  expect(await createRouterFixture([CLOUD], { policy: "ask" }).router.window({})).toBeUndefined();
});

test("the reason why no model is ready is reported", async () => {
  const reason = "Ollama refuses browser extensions";
  const fixture = createRouterFixture([{ ...DEVICE, state: "unavailable", reason }]);
  await expect(fixture.events()).rejects.toMatchObject({ code: "unavailable", message: reason });
});
