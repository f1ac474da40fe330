import * as z from "zod";

/** Tokens that a server counted; absent where it did not. */
export interface TokenCounts {
  readonly input?: number;
  readonly output?: number;
  /** Of `output`. */
  readonly reasoning?: number;
}

/** No prompt has 0 tokens: servers report 0 for what they did not count. */
const count = z.number().positive().optional().catch(undefined);
const details = z.object({ reasoning_tokens: count }).optional().catch(undefined);
const counts = z
  .object({
    prompt_tokens: count,
    completion_tokens: count,
    input_tokens: count,
    output_tokens: count,
    completion_tokens_details: details,
    output_tokens_details: details,
    reasoning_tokens: count,
  })
  .optional()
  .catch(undefined);
/** llama.cpp counts in "timings". */
const timings = z.object({ prompt_n: count, cache_n: count, predicted_n: count }).optional().catch(undefined);
const payload = z.object({
  usage: counts,
  x_groq: z.object({ usage: counts }).optional().catch(undefined),
  timings,
});

/** The counts in a chunk, wherever the server puts them; undefined where it has none. */
export function readTokenCounts(value: object): TokenCounts | undefined {
  const { data } = payload.safeParse(value);
  const usage = data?.usage ?? data?.x_groq?.usage;
  const timed = data?.timings;
  const input = usage?.prompt_tokens ?? usage?.input_tokens ?? sum(timed?.prompt_n, timed?.cache_n);
  const written = usage?.completion_tokens ?? usage?.output_tokens ?? timed?.predicted_n;
  const reasoning =
    usage?.completion_tokens_details?.reasoning_tokens ??
    usage?.output_tokens_details?.reasoning_tokens ??
    usage?.reasoning_tokens;
  // Some vendors count the reasoning beside the output.
  const output =
    written !== undefined && reasoning !== undefined && reasoning > written ? written + reasoning : written;
  if (input === undefined && output === undefined) return undefined;
  return {
    ...(input !== undefined && { input }),
    ...(output !== undefined && { output }),
    ...(reasoning !== undefined && { reasoning }),
  };
}

function sum(first: number | undefined, second: number | undefined): number | undefined {
  return first === undefined ? undefined : first + (second ?? 0);
}
