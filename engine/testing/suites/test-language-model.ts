import { describe, expect, test, vi } from "vitest";
import type { ChatMessage } from "../../llm/generator";
import type { ModelProvider } from "../../llm/model-provider";
import { type ModelOutput, readModelStream } from "../../llm/stream/read-model-stream";
import { countWords, type Garbage, type ModelScript } from "../../llm/testing/model-script";

/** A model with answers given by the test. */
export interface LanguageModelFixture {
  readonly provider: ModelProvider;
  /** A model that is ready, and its limit in tokens. */
  readonly modelId: string;
  readonly contextTokens: number;
  /** Sets the script for every later request. */
  setScript(script: ModelScript): void;
  /** Requests that the model is processing. */
  activeRequests(): number;
  /** Must not be found in any error. */
  readonly secret?: string;
  /** Steps that a model of this kind cannot produce; none where absent. */
  readonly unsupported?: readonly (Garbage | "tool call" | "length")[];
}

const QUESTION: readonly ChatMessage[] = [
  { role: "system", content: "Answer from the passages" },
  { role: "user", content: "When is the launch planned" },
];
const DELTAS = ["The launch ", "is planned ", "for May."];
const STEPS = DELTAS.map((text) => ({ text }));

/** The requirements of every provider of language models. */
export function testLanguageModel(name: string, createFixture: () => LanguageModelFixture): void {
  const { unsupported: never = [] } = createFixture();

  async function setUp(script: ModelScript) {
    const fixture = createFixture();
    fixture.setScript(script);
    const { signal } = new AbortController();
    const models = await fixture.provider.listModels(signal);
    const ask = (options: { signal?: AbortSignal; messages?: readonly ChatMessage[] } = {}) =>
      readModelStream(fixture.provider.open(fixture.modelId), {
        messages: QUESTION,
        maxOutputTokens: 100,
        signal,
        ...options,
      });
    return { fixture, models, ask };
  }

  describe(`language model "${name}"`, () => {
    test("is listed as ready, with its limit", async () => {
      const { fixture, models } = await setUp({});
      expect(models.find(({ id }) => id === fixture.modelId)).toMatchObject({
        state: "ready",
        contextTokens: fixture.contextTokens,
        providerId: fixture.provider.id,
      });
    });

    test("streams the text in order and ends", async () => {
      const { fixture, ask } = await setUp({ steps: STEPS });
      const { texts, finish } = await collect(ask());
      expect(texts.join("")).toBe(DELTAS.join(""));
      expect(texts.length).toBeGreaterThan(1);
      expect(finish?.reason).toBe("stop");
      await expectIdle(fixture);
    });

    test("keeps thoughts out of the text, however they come in", async () => {
      const thoughts = ["<thi", "nk>The person wants a date.</th", "ink>\n"].map((text) => ({ text }));
      const { ask } = await setUp({ steps: [...thoughts, ...STEPS] });
      const { texts, reasoning } = await collect(ask());
      expect(texts.join("")).toBe(DELTAS.join(""));
      expect(reasoning).toBe("The person wants a date.");
    });

    test("reports how many tokens it read and wrote", async () => {
      const { ask } = await setUp({ steps: STEPS });
      const { finish } = await collect(ask());
      const words = countWords(QUESTION.map(({ content }) => content).join(" "));
      expect(finish?.usage.inputTokens).toBe(words);
      expect(finish?.usage.outputTokens).toBe(countWords(DELTAS.join("")));
    });

    test("forwards text at once and waits for a slow start", async () => {
      const start = createGate();
      const next = createGate();
      const { ask } = await setUp({
        steps: [{ until: start.passed }, { text: "First" }, { until: next.passed }],
      });
      const outputs = ask();
      const first = outputs.next();
      expect(await Promise.race([first, settle("nothing yet")])).toBe("nothing yet");
      start.open();
      expect(await first).toMatchObject({ value: { type: "text", delta: "First" } });
      next.open();
      expect(await outputs.next()).toMatchObject({ value: { type: "finish" } });
    });

    test.each([
      ["before the first text", 0],
      ["midway", 1],
    ])("stops %s on abort", async (_when, deltaCount) => {
      const never = new Promise(() => {});
      const { fixture, ask } = await setUp({
        steps: [...STEPS.slice(0, deltaCount), { until: never }, { text: "more" }],
      });
      const stop = new AbortController();
      const outputs = ask({ signal: stop.signal });
      for (let count = 0; count < deltaCount; count++)
        expect((await outputs.next()).value).toMatchObject({ type: "text" });
      const next = outputs.next();
      await settle();
      stop.abort();
      await expect(next).rejects.toMatchObject({ name: "AbortError" });
      await expectIdle(fixture);
    });

    test("sends nothing when it was aborted before", async () => {
      const { fixture, ask } = await setUp({ steps: STEPS });
      await expect(collect(ask({ signal: AbortSignal.abort() }))).rejects.toMatchObject({
        name: "AbortError",
      });
      await expectIdle(fixture);
    });

    test("stops the model when its reader stops", async () => {
      const { fixture, ask } = await setUp({ steps: [...STEPS, { until: new Promise(() => {}) }] });
      for await (const output of ask()) if (output.type === "text") break;
      await expectIdle(fixture);
    });

    test("rejects when the model refuses, and answers the next question", async () => {
      const { fixture, ask } = await setUp({ refuse: true });
      await expect(collect(ask())).rejects.toMatchObject({ code: "unavailable" });
      fixture.setScript({ steps: STEPS });
      expect((await collect(ask())).texts.join("")).toBe(DELTAS.join(""));
    });

    test.each(["reported", "cut"] as const)(
      "rejects after the text so far when a failure is %s",
      async (fail) => {
        const { fixture, ask } = await setUp({ steps: [...STEPS.slice(0, 2), { fail }] });
        const texts: string[] = [];
        const failed = collect(ask(), texts);
        await expect(failed).rejects.toMatchObject({ code: "unavailable" });
        expect(texts.join("")).toBe(DELTAS.slice(0, 2).join(""));
        await settle();
        await expectIdle(fixture);
      },
    );

    test("rejects a prompt that is too long, naming the limit", async () => {
      const { fixture, ask } = await setUp({ steps: STEPS });
      const content = "passage ".repeat(fixture.contextTokens + 1);
      await expect(collect(ask({ messages: [{ role: "user", content }] }))).rejects.toMatchObject({
        code: "context-overflow",
        message: expect.stringContaining(String(fixture.contextTokens)),
      });
    });

    test("ends without text when the model has none", async () => {
      const { ask } = await setUp({ steps: [] });
      const { texts, finish } = await collect(ask());
      expect(texts).toEqual([]);
      expect(finish?.reason).toBe("stop");
    });

    test.skipIf(never.includes("length"))("says so when the model was cut short by the limit", async () => {
      const { ask } = await setUp({ steps: STEPS, finish: "length" });
      expect((await collect(ask())).finish?.reason).toBe("length");
    });

    const garbage = (["cut-json", "words", "html"] as const).filter((kind) => !never.includes(kind));
    test.skipIf(garbage.length === 0).each(garbage)("rejects %s instead of an answer", async (kind) => {
      const { ask } = await setUp({ steps: [{ text: "Before. " }, { garbage: kind }] });
      const texts: string[] = [];
      await expect(collect(ask(), texts)).rejects.toMatchObject({ code: "unavailable" });
      expect(texts.join("")).toBe("Before. ");
    });

    test.skipIf(never.includes("tool call"))(
      "passes a call of a tool over and goes on with the text",
      async () => {
        const toolCall = { name: "send_mail", input: '{"to":"mallory@example.com"}' };
        const { ask } = await setUp({ steps: [{ text: "Before " }, { toolCall }, { text: "after" }] });
        const { texts, finish } = await collect(ask());
        expect(texts.join("")).toBe("Before after");
        expect(finish?.reason).toBe("stop");
      },
    );

    test("keeps key and prompt out of every error", async () => {
      const scripts: ModelScript[] = [
        { refuse: true },
        { steps: [{ fail: "reported" }] },
        { steps: [{ fail: "cut" }] },
        ...garbage.map((kind) => ({ steps: [{ garbage: kind }] })),
      ];
      for (const script of scripts) {
        const { fixture, ask } = await setUp(script);
        const thrown = await collect(ask()).then(
          () => undefined,
          (error: unknown) => error,
        );
        const text = describeError(thrown);
        expect(text).toMatch(/^\w*Error: [A-Z].*[^.]\n/);
        expect(text).not.toContain("launch planned");
        if (fixture.secret !== undefined) expect(text).not.toContain(fixture.secret);
      }
    });

    test("rejects the models of other providers", async () => {
      const { fixture } = await setUp({});
      expect(() => fixture.provider.open("somebody-else/model")).toThrow(
        expect.objectContaining({ code: "not-found" }),
      );
    });
  });
}

/** A server notices a disconnected client when the connection closes, which takes a moment over a real one. */
async function expectIdle({ activeRequests }: LanguageModelFixture): Promise<void> {
  await vi.waitFor(() => expect(activeRequests()).toBe(0));
}

async function collect(outputs: AsyncIterable<ModelOutput>, texts: string[] = []) {
  let finish: Extract<ModelOutput, { type: "finish" }> | undefined;
  let reasoning = "";
  for await (const output of outputs) {
    if (output.type === "text") texts.push(output.delta);
    if (output.type === "reasoning") reasoning += output.delta;
    if (output.type === "finish") finish = output;
  }
  return { texts, reasoning, finish };
}

/** Everything of an error that a log would record. */
function describeError(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const fields = JSON.stringify(Object.fromEntries(Object.entries(thrown)));
  return `${thrown.name}: ${thrown.message}\n${fields}\n${thrown.cause === undefined ? "" : describeError(thrown.cause)}`;
}

function createGate(): { readonly passed: Promise<void>; readonly open: () => void } {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open: () => open() };
}

/** A few turns of the event loop, after which all pending work has run. */
async function settle<T>(value?: T): Promise<T | undefined> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
  return value;
}
