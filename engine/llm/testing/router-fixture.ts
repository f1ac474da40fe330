import type { LanguageModelV3, LanguageModelV3StreamPart } from "@ai-sdk/provider";
import { UnavailableError } from "../../errors/unavailable-error";
import type { ModelSettings } from "../../model/model-settings";
import type { Store } from "../../store/store";
import { createFakeTime, type FakeTime } from "../../testing/fakes/fake-time";
import { openTestStore } from "../../testing/store/open-test-store";
import type { GenerateEvent, GenerateRequest } from "../generator";
import type { ModelInfo } from "../model-provider";
import { createRouter } from "../router/create-router";
import { createSpeedTracker, type SpeedTracker } from "../router/speed-tracker";
import { createEgressGate, type EgressGate } from "../usage/egress-gate";

/** A scripted model: its description and its output. */
export interface ScriptedModel extends Partial<ModelInfo> {
  readonly id: string;
  /** Texts in turn; a number waits this many milliseconds; "fail" fails. */
  readonly outputs?: readonly (string | number | "fail" | { readonly reasoning: string })[];
  readonly usage?: { readonly input: number; readonly output: number; readonly reasoning?: number };
  readonly finish?: "stop" | "length" | "content-filter";
}

const REQUEST = {
  messages: [{ role: "user", content: "When is the launch?" }],
  maxOutputTokens: 100,
} as const satisfies Partial<GenerateRequest>;

const SETTINGS: ModelSettings = { policy: "cloud", servers: [], race: false };

/** A router over scripted models, with time that passes only when all work waits for it. */
export function createRouterFixture(models: readonly ScriptedModel[], settings: Partial<ModelSettings> = {}) {
  const time = createFakeTime();
  const store = openTestStore();
  const asked: string[] = [];
  const stopped: string[] = [];
  const chosen = { ...SETTINGS, ...settings };
  /** The limit of tokens of each request. */
  const limits: (number | undefined)[] = [];
  /** The log at the moment a model was asked. */
  const logged: number[] = [];

  const log = () => time.freezeDuring(() => store.egress.list({ offset: 0, limit: 100 }));
  const { gate, speeds } = withFrozenTime(time, store, () => chosen);

  const open = (model: ScriptedModel): LanguageModelV3 => ({
    specificationVersion: "v3",
    provider: "lab",
    modelId: model.id,
    supportedUrls: {},
    doGenerate: () => Promise.reject(new TypeError("Not asked for")),
    doStream: async ({ abortSignal = new AbortController().signal, maxOutputTokens }) => {
      asked.push(model.id);
      limits.push(maxOutputTokens);
      logged.push((await log()).length);
      abortSignal.addEventListener("abort", () => stopped.push(model.id));
      const parts = streamParts(model, (milliseconds) => time.wait(milliseconds, abortSignal));
      return { stream: toStream(parts) };
    },
  });

  const byId = new Map(models.map((model) => [model.id, model]));
  const router = createRouter({
    settings: () => chosen,
    listModels: async () => models.map(toInfo),
    providerOf: (modelId) => ({
      id: "lab",
      name: "Lab",
      listModels: async () => [],
      open: () => open(byId.get(modelId) ?? { id: modelId }),
    }),
    gate,
    speeds,
    clock: time.clock,
    wait: time.wait,
  });

  async function collect(request: Partial<GenerateRequest> = {}): Promise<GenerateEvent[]> {
    const events: GenerateEvent[] = [];
    const { signal } = new AbortController();
    for await (const event of router.generate({ ...REQUEST, signal, ...request })) events.push(event);
    return events;
  }

  return {
    router,
    store,
    time,
    asked,
    stopped,
    logged,
    limits,
    request: REQUEST,
    events: (request?: Partial<GenerateRequest>) => time.run(collect(request)),
    collect,
    log,
  };
}

/** The store and the digest take turns of the event loop, during which no time passes. */
function withFrozenTime(
  { freezeDuring: holding, clock }: FakeTime,
  { egress, speeds: stored }: Store,
  settings: () => ModelSettings,
): { readonly gate: EgressGate; readonly speeds: SpeedTracker } {
  const gate = createEgressGate({ egress, clock, settings });
  const speeds = createSpeedTracker(stored);
  return {
    gate: {
      admit: async (model, request) => {
        const ticket = await holding(() => gate.admit(model, request));
        return { ...ticket, settle: (...result) => holding(() => ticket.settle(...result)) };
      },
    },
    speeds: {
      all: () => holding(speeds.all),
      record: (...measured) => holding(() => speeds.record(...measured)),
    },
  };
}

function toInfo({ outputs: _says, usage: _usage, finish: _finish, ...model }: ScriptedModel): ModelInfo {
  return {
    providerId: "lab",
    name: model.id,
    locality: "device",
    state: "ready",
    contextTokens: 8_192,
    ...(model.locality === "cloud" || model.locality === "network" ? { host: `${model.id}.example` } : {}),
    ...model,
  };
}

async function* streamParts(
  { outputs = ["Hello"], usage, finish = "stop" }: ScriptedModel,
  wait: (milliseconds: number) => Promise<void>,
): AsyncGenerator<LanguageModelV3StreamPart> {
  for (const output of outputs) {
    if (typeof output === "number") await wait(output);
    else if (output === "fail") throw new UnavailableError("The model is ill");
    else if (typeof output === "object") yield { type: "reasoning-delta", id: "0", delta: output.reasoning };
    else yield { type: "text-delta", id: "0", delta: output };
  }
  yield {
    type: "finish",
    finishReason: { unified: finish, raw: finish },
    usage: {
      inputTokens: { total: usage?.input, noCache: undefined, cacheRead: undefined, cacheWrite: undefined },
      outputTokens: { total: usage?.output, text: undefined, reasoning: usage?.reasoning },
    },
  };
}

function toStream(
  parts: AsyncGenerator<LanguageModelV3StreamPart>,
): ReadableStream<LanguageModelV3StreamPart> {
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => void (await parts.return(undefined)),
  });
}
