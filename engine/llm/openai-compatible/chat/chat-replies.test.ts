import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ANSWER, chunk, DONE, event, serveReplies } from "../../testing/serve-replies";

describe("an answer is complete", () => {
  test.each([
    ["without [DONE]", ANSWER],
    ["with a usage chunk without choices", ANSWER + event({ usage: { prompt_tokens: 3 } }) + DONE],
    ["with a usage chunk with choices of null", ANSWER + event({ choices: null, usage: {} }) + DONE],
    ["with a usage chunk with a choice of null", ANSWER + event({ choices: [null], usage: null }) + DONE],
    ["with something unreadable after its end", `${ANSWER}data: {"id":`],
    [
      "with an error of null in every chunk",
      `${chunk({ content: "In May" }, "stop", { error: null })}${DONE}`,
    ],
    ["with an empty error", chunk({ content: "In May" }, "stop", { error: {}, errors: [] }) + DONE],
    ["with empty finish reasons before the last", chunk({ content: "In May" }, "") + chunk({}, "stop")],
    ["with comments and pings", `: hello\n\n${event({ type: "ping" })}${event("null")}${ANSWER}`],
    ["in a content of parts", chunk({ content: [{ type: "text", text: "In May" }] }, "stop")],
    [
      "with fields of wrong types",
      chunk({ role: 7, content: "In May", tool_calls: "no" }, "stop", { id: 4, usage: "?" }),
    ],
    [
      "with null for every field",
      chunk({ role: null, content: "In May", refusal: null, tool_calls: null }, "stop", {
        usage: null,
        created: null,
      }),
    ],
    [
      "that was not streamed",
      JSON.stringify({ choices: [{ message: { content: "In May" }, finish_reason: "stop" }] }, null, 2),
    ],
    [
      "in lines of JSON",
      `${JSON.stringify({ choices: [{ delta: { content: "In May" }, finish_reason: "stop" }] })}\n`,
    ],
    [
      "in an event of several lines",
      'data: {"choices":[{"delta":{"content":"In May"},\ndata: "finish_reason":"stop"}]}\n\n',
    ],
    ["without empty lines between its events", `${ANSWER.replaceAll("\n\n", "\n")}data: [DONE]\n`],
    ["without an empty line at its end", chunk({ content: "In May" }, "stop").trimEnd()],
  ])("%s", async (_what, body) => {
    const { text, finish } = await serveReplies({ body }).collect();
    expect(text).toBe("In May");
    expect(finish?.reason).toBe("stop");
  });

  test.each([
    ["length", "length"],
    ["model_length", "length"],
    ["MAX_TOKENS", "length"],
    ["content_filter", "filtered"],
    ["eos", "stop"],
  ])("with the finish reason %s", async (raw, reason) => {
    const { finish } = await serveReplies({ body: chunk({ content: "In May" }, raw) }).collect();
    expect(finish?.reason).toBe(reason);
  });
});

test("an answer is complete when its server never ends the reply", async () => {
  const { text, finish } = await serveReplies({ body: ANSWER, staysOpen: true }).collect();
  expect(text).toBe("In May");
  expect(finish?.reason).toBe("stop");
});

test("bytes are read however they are split, with any end of line", async () => {
  const text = "Grüße, 東京 👩‍👩‍👧‍👦";
  const lines = `: ping\n\n${event({ choices: [{ delta: { content: text } }] }).replace("data: ", "data:")}${chunk({}, "stop")}${DONE}`;
  for (const end of ["\n", "\r\n", "\r"]) {
    const bytes = new TextEncoder().encode(lines.replaceAll("\n", end));
    const single = [...bytes].map((byte) => Uint8Array.of(byte));
    expect((await serveReplies({ body: single }).collect()).text).toBe(text);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 4 }), async (cuts) => {
        const at = [0, ...cuts.sort((a, b) => a - b), bytes.length];
        const body = at.slice(1).map((to, from) => bytes.slice(at[from], to));
        expect((await serveReplies({ body }).collect()).text).toBe(text);
      }),
      { numRuns: 30 },
    );
  }
});

test("no field of any type fails a stream", async () => {
  const field = fc.constantFrom("id", "model", "usage", "delta", "choices", "index", "logprobs", "created");
  const stray = fc.dictionary(field, fc.jsonValue({ maxDepth: 2 }));
  await fc.assert(
    fc.asyncProperty(fc.array(stray, { maxLength: 4 }), async (strays) => {
      const noise = strays.map((entry) => event({ ...entry, choices: entry.choices ?? [] }));
      const quiet = noise.filter((data) => !/"(content|text|finish_reason|message|error)"/.test(data));
      const { text } = await serveReplies({ body: quiet.join("") + ANSWER }).collect();
      expect(text).toBe("In May");
    }),
  );
});

describe("tokens", () => {
  test.each([
    ["a chunk of their own", event({ usage: { prompt_tokens: 3, completion_tokens: 2 } })],
    [
      "a choice",
      event({ choices: [{ index: 0, delta: {}, usage: { prompt_tokens: 3, completion_tokens: 2 } }] }),
    ],
    ["x_groq", event({ choices: [], x_groq: { usage: { prompt_tokens: 3, completion_tokens: 2 } } })],
    ["other names", event({ usage: { input_tokens: 3, output_tokens: 2 } })],
    ["timings", event({ choices: [], timings: { prompt_n: 3, predicted_n: 2 } })],
  ])("are read from %s", async (_what, usage) => {
    const { finish } = await serveReplies({ body: ANSWER + usage }).collect();
    expect(finish?.usage).toEqual({ inputTokens: 3, outputTokens: 2 });
  });

  test.each([
    ["null", null],
    ["{}", {}],
    ["zeros", { prompt_tokens: 0, completion_tokens: 0 }],
    ["words", "none"],
  ])("are absent with usage of %s", async (_what, usage) => {
    const { finish } = await serveReplies({ body: ANSWER + event({ choices: [], usage }) }).collect();
    expect(finish?.usage).toEqual({});
  });
});

describe("a parameter that a server refuses", () => {
  const refusal = (message: string, status = 400) => ({
    status,
    body: JSON.stringify({ error: { message } }),
  });

  test.each([
    ["Unrecognized request argument supplied: reasoning_effort", "reasoning_effort"],
    ['"small-chat" does not support thinking', "reasoning_effort"],
    ["Unrecognized request argument supplied: stream_options", "stream_options"],
    [
      "Unsupported parameter: 'max_tokens' is not supported. Use 'max_completion_tokens' instead.",
      "max_tokens",
    ],
  ])("is left out after %j", async (message, parameter) => {
    const { collect: ask, bodies } = serveReplies(refusal(message), { body: ANSWER });
    expect((await ask()).text).toBe("In May");
    expect(bodies[0]).toHaveProperty(parameter);
    expect(bodies[1]).not.toHaveProperty(parameter);
    await ask();
    expect(bodies[2]).not.toHaveProperty(parameter);
  });

  test("is not tried for ever", async () => {
    const { collect: ask, bodies } = serveReplies(
      refusal("reasoning_effort stream_options max_completion_tokens"),
    );
    await expect(ask()).rejects.toMatchObject({ code: "unavailable" });
    expect(bodies.length).toBeLessThan(6);
  });
});
