import { anthropicDialect } from "./anthropic-dialect";
import type { AskedChat, Dialect, FakeModel, Refused, Said } from "./dialect";
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

/** A vendor of models behind a port of this machine. */
export interface FakeVendor extends FakeSite {
  /** What its models do with every later request. */
  play(script: VendorScript): void;
  /** Refuses everybody but who shows this key. */
  changeKey(key: string): void;
  /** Sends chats on to another address from now on. */
  redirect(url: string): void;
  /** Chats that are being answered right now. */
  openChats(): number;
  /** Bodies of the chats so far. */
  readonly chats: readonly unknown[];
  /** Requests for the list so far. */
  lists(): number;
  /** Whether they fail from now on. */
  breakLists(broken: boolean): void;
}

interface Connection {
  /** Aborted when the client goes away. */
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
  let elsewhere: string | undefined;
  let open = 0;
  let lists = 0;
  let listsBroken = false;

  function chat(asked: AskedChat, connection: Connection): Response {
    const model = models.find((candidate) => candidate.name === asked.model);
    if (!model) return refuse(dialect.unknownModel(asked.model));
    const input = countWords(asked.prompt);
    if (input > model.contextTokens) return refuse(dialect.tooLong(model, input));
    if (script.refuse) return refuse(dialect.broken);
    if (script.refusal) return refuse(dialect.refusal(script.refusal));
    const texts = (script.steps ?? []).map((step) => ("text" in step ? step.text : ""));
    const said: Said = { model: model.name, counts: { input, output: countWords(texts.join("")) } };
    open++;
    const body = toStream(speak(dialect, script, said, connection), () => open--);
    return new Response(body, { headers: { "content-type": "text/event-stream" } });
  }

  const site = await serveFake(async (request, cut) => {
    const path = new URL(request.url).pathname;
    const shown = dialect.keyOf(request.headers);
    if (shown !== expected) return refuse(dialect.wrongKey(shown ?? ""));
    if (path === dialect.listPath) {
      lists++;
      if (listsBroken) return refuse(dialect.broken);
      return Response.json(dialect.list(models));
    }
    if (elsewhere !== undefined) return Response.redirect(elsewhere, 307);
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
      elsewhere = url;
    },
    changeKey: (next) => {
      expected = next;
    },
  };
}

function refuse({ status, body, headers = {} }: Refused): Response {
  return Response.json(body, { status, headers });
}

async function* speak(
  dialect: Dialect,
  { steps = [], finish = "stop" }: VendorScript,
  said: Said,
  { signal, cut }: Connection,
): AsyncGenerator<string> {
  const gone = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(new TypeError("gone")), { once: true });
  });
  gone.catch(() => {});
  yield dialect.begin(said);
  for (const step of steps) {
    if ("fail" in step && step.fail === "cut") return cut();
    if ("until" in step) await Promise.race([step.until, gone]);
    else yield toText(dialect, step, said);
    if ("fail" in step || ("garbage" in step && step.garbage === "html")) return;
    // A turn of the event loop, so that a client sees what was written before what comes next.
    await Promise.race([new Promise((resolve) => setImmediate(resolve)), gone]);
  }
  yield dialect.end(finish, said);
}

function toText(dialect: Dialect, step: Exclude<VendorStep, { until: unknown }>, said: Said): string {
  if ("garbage" in step) return GARBAGE[step.garbage];
  return "fail" in step ? dialect.failure : dialect.step(step, said);
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
