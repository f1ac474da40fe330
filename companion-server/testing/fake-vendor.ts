import { anthropicDialect } from "./anthropic-dialect";
import type { ChatInput, FakeAnswer, FakeModel, RefusalResponse, VendorDialect } from "./dialect";
import { geminiDialect } from "./gemini-dialect";
import { groqDialect, mistralDialect, openaiDialect } from "./openai-dialects";
import { type FakeSite, serveFake } from "./serve-fake";
import { countWords, type VendorScript, type VendorStep } from "./vendor-script";

const DIALECTS = {
  openai: openaiDialect,
  anthropic: anthropicDialect,
  google: geminiDialect,
  groq: groqDialect,
  mistral: mistralDialect,
};
export type VendorName = keyof typeof DIALECTS;

/** A fake model vendor on a local port. */
export interface FakeVendor extends FakeSite {
  /** Sets the script of all later requests. */
  play(script: VendorScript): void;
  /** Accepts only requests with this key. */
  changeKey(key: string): void;
  /** Redirects all later chats to another address. */
  redirect(url: string): void;
  /** Number of chats in progress. */
  openChats(): number;
  /** Bodies of all chats. */
  readonly chats: readonly unknown[];
  /** Number of requests for the list. */
  lists(): number;
  /** True to fail all later requests for the list. */
  breakLists(broken: boolean): void;
}

interface Connection {
  /** Aborted when the client disconnects. */
  readonly signal: AbortSignal;
  readonly cut: () => void;
}

export interface FakeVendorOptions {
  readonly models: readonly FakeModel[];
  readonly key: string;
}

const GARBAGE = {
  "cut-json": 'data: {"id":"chatcmpl-1","object":"chat.completion.chunk","choices":[{"index":0,"del\n\n',
  words: "data: upstream connect error or disconnect before headers\n\n",
  html: "<html><head><title>502 Bad Gateway</title></head><body></body></html>\n\n",
};

export async function startFakeVendor(
  name: VendorName,
  { models, key }: FakeVendorOptions,
): Promise<FakeVendor> {
  const dialect = DIALECTS[name];
  const chats: unknown[] = [];
  let script: VendorScript = {};
  let expected = key;
  let redirectUrl: string | undefined;
  let open = 0;
  let lists = 0;
  let listsBroken = false;

  function chat(asked: ChatInput, connection: Connection): Response {
    const model = models.find((candidate) => candidate.name === asked.model);
    if (!model) return toRefusalResponse(dialect.unknownModel(asked.model));
    const input = countWords(asked.prompt);
    if (input > model.contextTokens) return toRefusalResponse(dialect.tooLong(model, input));
    if (script.refuse) return toRefusalResponse(dialect.broken);
    if (script.refusal) return toRefusalResponse(dialect.refusal(script.refusal));
    const texts = (script.steps ?? []).map((step) => ("text" in step ? step.text : ""));
    const answer: FakeAnswer = { model: model.name, counts: { input, output: countWords(texts.join("")) } };
    open++;
    const body = toStream(streamAnswer(dialect, script, answer, connection), () => open--);
    return new Response(body, { headers: { "content-type": "text/event-stream" } });
  }

  const site = await serveFake(async (request, cut) => {
    const path = new URL(request.url).pathname;
    const shown = dialect.keyOf(request.headers);
    if (shown !== expected) return toRefusalResponse(dialect.wrongKey(shown ?? ""));
    if (path === dialect.listPath) {
      lists++;
      if (listsBroken) return toRefusalResponse(dialect.broken);
      return Response.json(dialect.list(models));
    }
    if (redirectUrl !== undefined) return Response.redirect(redirectUrl, 307);
    const body: unknown = await request.json();
    const asked = dialect.readChat(path, body);
    if (!asked) return new Response("not found", { status: 404 });
    chats.push(body);
    return chat(asked, { signal: request.signal, cut });
  });

  return {
    ...site,
    chats,
    lists: () => lists,
    breakLists: (broken) => {
      listsBroken = broken;
    },
    openChats: () => open,
    play: (next) => {
      script = next;
    },
    redirect: (url) => {
      redirectUrl = url;
    },
    changeKey: (next) => {
      expected = next;
    },
  };
}

function toRefusalResponse({ status, body, headers = {} }: RefusalResponse): Response {
  return Response.json(body, { status, headers });
}

async function* streamAnswer(
  dialect: VendorDialect,
  { steps = [], finish = "stop" }: VendorScript,
  answer: FakeAnswer,
  { signal, cut }: Connection,
): AsyncGenerator<string> {
  const disconnected = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(new TypeError("gone")), { once: true });
  });
  disconnected.catch(() => {});
  yield dialect.begin(answer);
  for (const step of steps) {
    if ("fail" in step && step.fail === "cut") return cut();
    if ("until" in step) await Promise.race([step.until, disconnected]);
    else yield toText(dialect, step, answer);
    if ("fail" in step || ("garbage" in step && step.garbage === "html")) return;
    // Waits a turn of the event loop, so that the client receives the chunk before the next one.
    await Promise.race([new Promise((resolve) => setImmediate(resolve)), disconnected]);
  }
  yield dialect.end(finish, answer);
}

function toText(
  dialect: VendorDialect,
  step: Exclude<VendorStep, { until: unknown }>,
  answer: FakeAnswer,
): string {
  if ("garbage" in step) return GARBAGE[step.garbage];
  return "fail" in step ? dialect.failure : dialect.step(step, answer);
}

function toStream(texts: AsyncGenerator<string>, onEnd: () => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let ended = false;
  const end = () => {
    if (!ended) onEnd();
    ended = true;
  };
  return new ReadableStream({
    pull: async (controller) => {
      try {
        const { done, value } = await texts.next();
        if (!done) return controller.enqueue(encoder.encode(value));
        end();
        controller.close();
      } catch (error) {
        end();
        controller.error(error);
      }
    },
    cancel: end,
  });
}
