import type { RefusalResponse, VendorDialect } from "./dialect";

interface MessagesBody {
  readonly model: string;
  readonly system?: string | readonly { readonly text: string }[];
  readonly messages: readonly { readonly content: string | readonly { readonly text?: string }[] }[];
}

const STOP_REASONS = { stop: "end_turn", length: "max_tokens", "content-filter": "refusal" } as const;

/** https://platform.claude.com/docs/en/build-with-claude/streaming, …/api/errors */
export const anthropicDialect: VendorDialect = {
  keyOf: (headers) => headers.get("x-api-key"),
  listPath: "/models",
  list: (models) => ({
    data: models.map(({ name, contextTokens }) => ({
      type: "model",
      id: name,
      display_name: name,
      created_at: "2026-01-01T00:00:00Z",
      max_input_tokens: contextTokens,
    })),
    has_more: false,
    first_id: models[0]?.name ?? null,
    last_id: models.at(-1)?.name ?? null,
  }),
  readChat: (path, body) => {
    if (path !== "/messages") return undefined;
    const { model, system = [], messages } = body as MessagesBody;
    const texts = [system, ...messages.map(({ content }) => content)].flatMap((content) =>
      typeof content === "string" ? [content] : content.map(({ text }) => text ?? ""),
    );
    return { model, prompt: texts.join(" ") };
  },
  begin: ({ model, counts }) =>
    event("message_start", {
      message: {
        id: "msg_1",
        type: "message",
        role: "assistant",
        model,
        content: [],
        stop_reason: null,
        stop_sequence: null,
        usage: { input_tokens: counts.input, output_tokens: 1 },
      },
    }) + event("ping", {}),
  // Each step is a content block, as when text and tool calls alternate.
  step: (step) => {
    const [block, delta] = toBlock(step);
    return (
      event("content_block_start", { index: 0, content_block: block }) +
      event("content_block_delta", { index: 0, delta }) +
      event("content_block_stop", { index: 0 })
    );
  },
  end: (finish, { counts }) =>
    event("message_delta", {
      delta: { stop_reason: STOP_REASONS[finish], stop_sequence: null },
      usage: { output_tokens: counts.output },
    }) + event("message_stop", {}),
  failure: event("error", { error: { type: "overloaded_error", message: "Overloaded" } }),
  wrongKey: () => toRefusal(401, "authentication_error", "invalid x-api-key"),
  unknownModel: (name) => toRefusal(404, "not_found_error", `model: ${name}`),
  tooLong: ({ contextTokens }, tokens) =>
    toRefusal(
      400,
      "invalid_request_error",
      `prompt is too long: ${tokens} tokens > ${contextTokens} maximum`,
    ),
  refusal: (reason) => {
    if (reason === "overload") return toRefusal(529, "overloaded_error", "Overloaded");
    if (reason === "no-credit")
      return toRefusal(
        400,
        "invalid_request_error",
        "Your credit balance is too low to access the Anthropic API.",
      );
    return { ...toRefusal(429, "rate_limit_error", "Too many requests"), headers: { "retry-after": "17" } };
  },
  broken: toRefusal(500, "api_error", "Internal server error"),
};

/** A content block as it begins, and its only delta. */
function toBlock(step: Parameters<VendorDialect["step"]>[0]): readonly [object, object] {
  if ("text" in step)
    return [
      { type: "text", text: "" },
      { type: "text_delta", text: step.text },
    ];
  if ("reasoning" in step)
    return [
      { type: "thinking", thinking: "" },
      { type: "thinking_delta", thinking: step.reasoning },
    ];
  const { name, input } = step.toolCall;
  return [
    { type: "tool_use", id: "toolu_1", name, input: {} },
    { type: "input_json_delta", partial_json: input },
  ];
}

function event(type: string, fields: object): string {
  return `event: ${type}\ndata: ${JSON.stringify({ type, ...fields })}\n\n`;
}

function toRefusal(status: number, type: string, message: string): RefusalResponse {
  return { status, body: { type: "error", error: { type, message }, request_id: "req_1" } };
}
