import { expect, test } from "vitest";
import type { GenerateEvent } from "./generator";
import { createRouterLab, type LabModel } from "./testing/router-lab";

const DEVICE: LabModel = { id: "lab/device" };
const NETWORK: LabModel = { id: "lab/network", locality: "network" };
const CLOUD: LabModel = { id: "lab/cloud", locality: "cloud", price: { input: 1_000, output: 10_000 } };
const ALL = [CLOUD, NETWORK, DEVICE];

const { signal } = new AbortController();

function modelsOf(events: readonly GenerateEvent[]): readonly string[] {
  return events.flatMap((event) => (event.type === "model" ? [event.model.id] : []));
}

function textOf(events: readonly GenerateEvent[]): string {
  return events.map((event) => (event.type === "text" ? event.delta : "")).join("");
}

test("the router names the model, hands its text on and says what was used", async () => {
  const lab = createRouterLab([{ ...DEVICE, says: ["In ", "May"], usage: { input: 7, output: 2 } }]);
  expect(await lab.events()).toEqual([
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
    const lab = createRouterLab(
      ALL.map((model) => ({ ...model, says: ["fail"] })),
      { policy },
    );
    await expect(lab.events(choice)).rejects.toMatchObject({ code: "unavailable" });
    expect(lab.asked).toEqual(expected);
  },
);

test.each(["device", "network", "ask"] as const)(
  "under %s a cloud model asked for by name is refused",
  async (policy) => {
    const lab = createRouterLab(ALL, { policy });
    await expect(lab.events({ modelId: CLOUD.id })).rejects.toMatchObject({
      code: "permission",
      message: expect.stringContaining("lab/cloud.example"),
    });
    expect(lab.asked).toEqual([]);
    expect(await lab.log()).toEqual([]);
  },
);

test("a model that fails before its first word is replaced by the next, by name", async () => {
  const lab = createRouterLab([{ ...DEVICE, says: ["fail"] }, { ...NETWORK, says: ["Yes"] }, CLOUD]);
  const events = await lab.events();
  expect(modelsOf(events)).toEqual(["lab/device", "lab/network"]);
  expect(textOf(events)).toBe("Yes");
});

test("a model that fails after its first word is not replaced", async () => {
  const lab = createRouterLab([{ ...DEVICE, says: ["In ", "fail"] }, NETWORK]);
  await expect(lab.events()).rejects.toMatchObject({ code: "unavailable" });
  expect(lab.asked).toEqual(["lab/device"]);
});

test.each([
  ["says nothing", [] as const],
  ["does not begin for two minutes", [130_000, "late"] as const],
])("a model that %s is replaced", async (_what, says) => {
  const lab = createRouterLab([
    { ...DEVICE, says },
    { ...NETWORK, says: ["Yes"] },
  ]);
  expect(textOf(await lab.events())).toBe("Yes");
  expect(lab.stopped).toContain("lab/device");
});

test("an answer that was filtered is told and nobody else is asked", async () => {
  const lab = createRouterLab([{ ...DEVICE, says: [], finish: "content-filter" }, NETWORK]);
  expect((await lab.events()).at(-1)).toMatchObject({ type: "finish", reason: "filtered" });
  expect(lab.asked).toEqual(["lab/device"]);
});

test("a model asked for by name is the only one asked", async () => {
  const lab = createRouterLab([DEVICE, { ...NETWORK, says: ["fail"] }]);
  await expect(lab.events({ modelId: NETWORK.id })).rejects.toMatchObject({ code: "unavailable" });
  expect(lab.asked).toEqual(["lab/network"]);
  await expect(lab.events({ modelId: "lab/gone" })).rejects.toMatchObject({ code: "not-found" });
});

test("the preferred model comes first, wherever it is, and others stand in for it", async () => {
  const lab = createRouterLab([{ ...CLOUD, says: ["fail"] }, DEVICE], { preferredModelId: CLOUD.id });
  expect(modelsOf(await lab.events())).toEqual(["lab/cloud", "lab/device"]);
});

test("a model too small for the messages is passed over, and the largest limit named when none fits", async () => {
  const small = { ...DEVICE, contextTokens: 120 };
  const content = "passage ".repeat(400);
  const messages = [{ role: "user" as const, content }];
  const lab = createRouterLab([small, NETWORK]);
  expect(modelsOf(await lab.events({ messages }))).toEqual(["lab/network"]);
  const none = createRouterLab([small, { ...NETWORK, contextTokens: 240 }]);
  await expect(none.events({ messages })).rejects.toMatchObject({
    code: "context-overflow",
    message: expect.stringContaining("240"),
  });
  expect(none.asked).toEqual([]);
});

test("speed is remembered, and an unbearably slow model left for last", async () => {
  const words = Array.from({ length: 20 }, () => [1_000, "word "]).flat();
  const lab = createRouterLab([{ ...DEVICE, says: words }, NETWORK]);
  expect(modelsOf(await lab.events())).toEqual(["lab/device"]);
  const speed = (await lab.store.speeds.load()).get("lab/device");
  expect(speed?.firstTokenMs).toBe(1_000);
  expect(speed?.tokensPerSecond).toBeCloseTo(20 / 19);
  expect(modelsOf(await lab.events())).toEqual(["lab/network"]);
});

test("among equals the cheaper goes first, then the faster", async () => {
  const dear = { ...CLOUD, id: "lab/dear" };
  const cheap = { ...CLOUD, id: "lab/cheap", price: { input: 1, output: 1 } };
  const lab = createRouterLab([dear, cheap]);
  expect(modelsOf(await lab.events())).toEqual(["lab/cheap"]);
  const two = createRouterLab([DEVICE, { ...DEVICE, id: "lab/quick" }]);
  await two.store.speeds.save("lab/quick", { firstTokenMs: 100, tokensPerSecond: 80 });
  expect(modelsOf(await two.events())).toEqual(["lab/quick"]);
});

test("a tiny model stands in only where no other of this computer is ready", async () => {
  const tiny = { ...DEVICE, id: "lab/tiny", name: "Pond 135M" };
  const small = { ...DEVICE, id: "lab/small", name: "Pond 360M" };
  const lab = createRouterLab([tiny, small, { ...DEVICE, name: "Pond 8B" }]);
  await lab.store.speeds.save("lab/tiny", { firstTokenMs: 1, tokensPerSecond: 500 });
  expect(modelsOf(await lab.events())).toEqual(["lab/device"]);
  expect(modelsOf(await createRouterLab([tiny, small, NETWORK]).events())).toEqual(["lab/small"]);
});

test("in a race the first to speak answers, and the other is stopped and written down", async () => {
  const lab = createRouterLab(
    [
      { ...NETWORK, says: [5_000, "slow"] },
      { ...CLOUD, says: [100, "quick"] },
    ],
    {
      race: true,
    },
  );
  const events = await lab.events();
  expect(modelsOf(events)).toEqual(["lab/cloud"]);
  expect(textOf(events)).toBe("quick");
  expect([...lab.asked].sort()).toEqual(["lab/cloud", "lab/network"]);
  expect(lab.stopped).toContain("lab/network");
  const outcomes = (await lab.log()).map(({ modelId, outcome }) => [modelId, outcome]);
  expect(new Map(outcomes as [string, string][])).toEqual(
    new Map([
      ["lab/cloud", "answered"],
      ["lab/network", "stopped"],
    ]),
  );
});

test("a race goes on with the other when one fails, and with the third when both do", async () => {
  const fail = (model: LabModel): LabModel => ({ ...model, says: ["fail"] });
  const one = createRouterLab([fail(DEVICE), { ...NETWORK, says: [50, "Yes"] }], { race: true });
  expect(modelsOf(await one.events())).toEqual(["lab/network"]);
  const both = createRouterLab([fail(DEVICE), fail(NETWORK), CLOUD], { race: true });
  expect(modelsOf(await both.events())).toEqual(["lab/cloud"]);
});

test("stopping ends the model's work and rejects with the abort", async () => {
  const lab = createRouterLab([{ ...CLOUD, says: ["In ", 60_000, "May"] }]);
  const stop = new AbortController();
  const events: GenerateEvent[] = [];
  const reading = (async () => {
    for await (const event of lab.router.generate({ ...lab.request, signal: stop.signal })) {
      events.push(event);
      if (event.type === "text") stop.abort();
    }
  })();
  await expect(lab.time.run(reading)).rejects.toMatchObject({ name: "AbortError" });
  expect(textOf(events)).toBe("In ");
  expect(lab.stopped).toEqual(["lab/cloud"]);
  expect((await lab.log())[0]).toMatchObject({ outcome: "stopped" });
});

test("whoever stops reading stops the model, too", async () => {
  const lab = createRouterLab([{ ...CLOUD, says: ["In ", 60_000, "May"] }]);
  for await (const event of lab.router.generate({ ...lab.request, signal })) if (event.type === "text") break;
  expect(lab.stopped).toEqual(["lab/cloud"]);
  expect((await lab.log())[0]).toMatchObject({ outcome: "stopped" });
});

test("what goes to another machine is written down before it is sent, without its text", async () => {
  const lab = createRouterLab([{ ...NETWORK, usage: { input: 9, output: 1 } }]);
  await lab.events({ sourceLabels: ["Slack", "Jira"] });
  expect(lab.logged).toEqual([1]);
  const [entry] = await lab.log();
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

test("nothing is sent when it cannot be written down", async () => {
  const lab = createRouterLab([CLOUD]);
  lab.store.close();
  await expect(lab.events()).rejects.toThrow();
  expect(lab.asked).toEqual([]);
});

test("what stays on this computer is not written down", async () => {
  const lab = createRouterLab([DEVICE]);
  await lab.events();
  expect(await lab.log()).toEqual([]);
});

test("a request that may pass the day's limit is not sent, and local models stand in", async () => {
  // 5 words in, at most 100 tokens out: a little more than a dollar.
  const lab = createRouterLab([{ ...CLOUD, usage: { input: 5, output: 50 } }], { dailyBudget: 1.5 });
  await lab.events();
  expect((await lab.log())[0]?.cost).toBeCloseTo(0.505);
  await expect(lab.events()).rejects.toMatchObject({
    code: "budget",
    message: expect.stringContaining("$1.50"),
  });
  expect(lab.asked).toEqual(["lab/cloud"]);
  lab.time.clock.advance(24 * 60 * 60_000);
  await lab.events();
  expect(lab.asked).toHaveLength(2);
  const both = createRouterLab([CLOUD, DEVICE], { dailyBudget: 0, preferredModelId: CLOUD.id });
  expect(modelsOf(await both.events()).at(-1)).toBe("lab/device");
});

test("the month's limit holds over days", async () => {
  const lab = createRouterLab([{ ...CLOUD, usage: { input: 5, output: 100 } }], { monthlyBudget: 2.5 });
  for (let day = 0; day < 2; day++) {
    await lab.events();
    lab.time.clock.advance(24 * 60 * 60_000);
  }
  await expect(lab.events()).rejects.toMatchObject({ code: "budget" });
});

test("two questions at once do not spend the same rest", async () => {
  const lab = createRouterLab([{ ...CLOUD, says: [1_000, "Hello"] }], { dailyBudget: 1.5 });
  const both = Promise.allSettled([lab.collect(), lab.collect()]);
  const outcomes = (await lab.time.run(both)).map(({ status }) => status);
  expect(outcomes.sort()).toEqual(["fulfilled", "rejected"]);
  expect(lab.asked).toEqual(["lab/cloud"]);
});

test("the window is that of the model that would answer, and absent when none may", async () => {
  const lab = createRouterLab([CLOUD, { ...DEVICE, contextTokens: 4_096 }]);
  expect(await lab.router.window({})).toMatchObject({ model: { id: "lab/device" }, contextTokens: 4_096 });
  expect(await createRouterLab([CLOUD], { policy: "ask" }).router.window({})).toBeUndefined();
});

test("the reason why no model is ready is passed on", async () => {
  const reason = "Ollama refuses browser extensions";
  const lab = createRouterLab([{ ...DEVICE, state: "unavailable", reason }]);
  await expect(lab.events()).rejects.toMatchObject({ code: "unavailable", message: reason });
});
