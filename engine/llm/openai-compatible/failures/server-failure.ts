import * as z from "zod";

/** What a server says of a failure. Text of others: it is classified, and never shown or logged. */
export interface ServerFailure {
  /** Of the response, or the one in the body of a response with status 200. */
  readonly status?: number;
  /** All its words and codes, for patterns. */
  readonly words: string;
  readonly code?: string;
  readonly param?: string;
  /** The limit of the model in tokens. */
  readonly limit?: number;
  /** Seconds until the server takes requests again. */
  readonly retryAfter?: number;
}

/** More says nothing further, and may repeat the prompt. */
const MAX_CHARACTERS = 4_000;
const MAX_DEPTH = 8;
/** Statuses that say less than the one in the body. */
const VAGUE_STATUSES = new Set([400, 500, 502]);
/** Fields that describe an error. Others, such as "input", may repeat the prompt. */
const FIELDS =
  /^(?:errors?|message|msg|detail|details|type|code|status|status_?code|reason|title|description|error_description|error_type|param|loc|metadata|raw|response|body|innererror|object)$/i;
const SECONDS = /(?:try again|retry)\D{0,20}?(?:(\d+)m)?(\d+(?:\.\d+)?)\s?s/i;
const LIMIT =
  /(?:context (?:length|window|size)(?: is| of)?|n_ctx:?|maximum of|tokens? >|allowed \()\D{0,3}(\d{3,})|(\d{3,})\s+(?:maximum context|tokens? maximum)/i;

const fields = z.object({
  code: z.union([z.string(), z.number()]).optional().catch(undefined),
  param: z.string().optional().catch(undefined),
  n_ctx: z.number().optional().catch(undefined),
  retry_after: z.number().optional().catch(undefined),
});

/** The failure in a parsed reply, or in plain words; `status` is that of a response that failed. */
export function readFailure(reply: unknown, status?: number): ServerFailure {
  const parsed = typeof reply === "string" ? (parseObject(reply) ?? reply) : reply;
  const found: string[] = [];
  collect(parsed, found, 0);
  const words = found.join("\n").slice(0, MAX_CHARACTERS);
  const { code, param, n_ctx, retry_after } = fields.safeParse(innermost(parsed)).data ?? {};
  const embedded = found.map(Number).find((number) => number >= 400 && number < 600);
  const effective = status === undefined || VAGUE_STATUSES.has(status) ? (embedded ?? status) : status;
  const limit = n_ctx ?? toNumber(LIMIT.exec(words)?.slice(1).find(Boolean));
  const retryAfter = retry_after ?? toSeconds(SECONDS.exec(words));
  return {
    words,
    ...(effective !== undefined && { status: effective }),
    ...(code !== undefined && { code: String(code) }),
    ...(param !== undefined && { param }),
    ...(limit !== undefined && { limit }),
    ...(retryAfter !== undefined && { retryAfter: Math.ceil(retryAfter) }),
  };
}

/** True for a parsed JSON object that reports an error instead of a part of an answer. */
export function isFailure(payload: Readonly<Record<string, unknown>>): boolean {
  const { error, errors, object, type, choices, usage, message, detail } = payload;
  if (isFilled(error) || isFilled(errors) || object === "error" || type === "error") return true;
  return choices === undefined && usage === undefined && (typeof message === "string" || isFilled(detail));
}

/** `null`, `false`, `""` and `{}` report nothing. */
function isFilled(value: unknown): boolean {
  if (typeof value === "string") return value !== "";
  return typeof value === "object" && value !== null && Object.keys(value).length > 0;
}

function collect(value: unknown, found: string[], depth: number): void {
  if (depth > MAX_DEPTH) return;
  if (typeof value === "number") found.push(String(value));
  else if (typeof value === "string") collectText(value, found, depth);
  else if (typeof value === "object" && value !== null) {
    for (const [key, entry] of Object.entries(value))
      if (Array.isArray(value) || FIELDS.test(key)) collect(entry, found, depth + 1);
  }
}

function collectText(text: string, found: string[], depth: number): void {
  const nested = parseObject(text);
  if (nested) collect(nested, found, depth + 1);
  // A web page of a proxy has words about everything.
  else if (!/^\s*</.test(text)) found.push(text);
}

/** A gateway passes a vendor's error on as a string of JSON. */
function parseObject(text: string): object | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function innermost(reply: unknown): unknown {
  const first = Array.isArray(reply) ? reply[0] : reply;
  const inner = typeof first === "object" && first !== null && "error" in first ? first.error : undefined;
  return typeof inner === "object" && inner !== null ? innermost(inner) : first;
}

function toNumber(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}

function toSeconds(match: RegExpExecArray | null): number | undefined {
  return match ? Number(match[1] ?? 0) * 60 + Number(match[2]) : undefined;
}
