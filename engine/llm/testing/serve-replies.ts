import { createOpenAICompatibleProvider } from "../openai-compatible/create-openai-compatible-provider";
import { type ModelOutput, readModelStream } from "../stream/read-model-stream";

/** The key that is sent; no error may repeat it. */
export const KEY = "sk-atlas-secret-0123456789";
const { signal } = new AbortController();

export interface Reply {
  readonly body: string | readonly Uint8Array[];
  readonly status?: number;
  readonly headers?: Record<string, string>;
  /** The server never ends its reply. */
  readonly staysOpen?: boolean;
}

/** A provider whose server sends these replies to chats, in turn; the last one again. */
export function serveReplies(first: Reply, ...others: readonly Reply[]) {
  const bodies: Record<string, unknown>[] = [];
  const provider = createOpenAICompatibleProvider({
    server: { id: "server", name: "My server", baseUrl: "http://localhost:9" },
    apiKey: async () => KEY,
    fetch: async (_url, init) => {
      const replies = [first, ...others];
      const reply = replies[bodies.length] ?? replies.at(-1) ?? first;
      bodies.push(JSON.parse(String(init?.body)));
      const { status = 200, headers = {} } = reply;
      return new Response(toBody(reply), { status, headers });
    },
    ...(first.staysOpen && { wait: async () => {} }),
  });
  const outputs = () =>
    readModelStream(provider.open("server/small-chat"), {
      messages: [{ role: "user", content: "When is the launch?" }],
      maxOutputTokens: 100,
      signal,
    });
  return { bodies, collect: () => collect(outputs()) };
}

function toBody({ body, staysOpen }: Reply): ReadableStream<Uint8Array<ArrayBuffer>> {
  const chunks = typeof body === "string" ? [new TextEncoder().encode(body)] : body;
  return new ReadableStream({
    start: (controller) => {
      for (const chunk of chunks) controller.enqueue(new Uint8Array(chunk));
      if (!staysOpen) controller.close();
    },
  });
}

async function collect(outputs: AsyncIterable<ModelOutput>) {
  let text = "";
  let reasoning = "";
  let finish: Extract<ModelOutput, { type: "finish" }> | undefined;
  for await (const output of outputs) {
    if (output.type === "text") text += output.delta;
    if (output.type === "reasoning") reasoning += output.delta;
    if (output.type === "finish") finish = output;
  }
  return { text, reasoning, finish };
}

/** A server-sent event. */
export const event = (data: unknown) => `data: ${typeof data === "string" ? data : JSON.stringify(data)}\n\n`;
/** A chunk of an answer. */
export const chunk = (delta: unknown, finish: unknown = null, more: object = {}) =>
  event({ id: "1", choices: [{ index: 0, delta, finish_reason: finish }], ...more });
export const DONE = event("[DONE]");
/** The answer "In May". */
export const ANSWER = chunk({ content: "In " }) + chunk({ content: "May" }) + chunk({}, "stop");
