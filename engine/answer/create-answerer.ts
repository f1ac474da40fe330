import type { Embedder } from "../embed/embedder";
import type { AnswerEvent, Citation } from "../model/answer";
import type { Clock } from "../ports/clock";
import type { Retriever } from "../retrieve/retriever";
import type { Answerer, AnswerOptions } from "./answerer";
import { explainNothing } from "./explain-nothing";
import { hasSupport } from "./has-support";
import { planAnswer } from "./plan-answer";
import { scoreUnits } from "./score-units";
import { selectClaims } from "./select-claims";
import { createTermMatcher } from "./term-matcher";
import { type CitationContext, toCitation } from "./to-citation";
import type { Claim } from "./to-claim";

export interface AnswererParts extends CitationContext {
  readonly retriever: Retriever;
  readonly embedder: Embedder;
  /** In fractions of a millisecond where the platform has them; timings are read off it. */
  readonly clock: Clock;
  /** Gives way to other work between two sentences: resolves in a later task. */
  readonly pause: () => Promise<void>;
  /** Where answers come from, as in "Nothing … answers this": "in your sources". */
  readonly place: string;
}

/**
 * Answers extractively, without a language model: the sentences of the best passages that answer the
 * question, verbatim but for their markup, each followed by its citation.
 */
export function createAnswerer(parts: AnswererParts): Answerer {
  return { answer: (question, options = {}) => answer(parts, question, options) };
}

async function* answer(
  parts: AnswererParts,
  question: string,
  { filter, signal }: AnswerOptions,
): AsyncGenerator<AnswerEvent> {
  const { retriever, embedder, clock, pause } = parts;
  const begin = clock.now();
  const plan = planAnswer(question);
  const retrieval = await retriever.retrieve(plan.question, {
    limit: plan.passages,
    ...(filter && { filter }),
    ...(signal && { signal }),
  });
  const composing = clock.now();
  const matcher = createTermMatcher(plan.question, retrieval.terms, retriever);
  const tools = { matcher, embedder, ...(signal && { signal }) };
  const candidates = await scoreUnits(plan, retrieval.passages, tools);
  const isSupported = hasSupport(retrieval.passages, candidates, matcher);
  const claims = isSupported ? selectClaims(candidates) : [];
  signal?.throwIfAborted();

  const citations: Citation[] = [];
  let text = "";
  let firstToken: number | undefined;
  for (const [position, claim] of claims.entries()) {
    const citation = toCitation(claim, position + 1, parts);
    citations.push(citation);
    yield { type: "citation", citation };
    const delta = separator(claims[position - 1], claim) + withMarker(claim.markdown, citation.n);
    firstToken ??= clock.now() - begin;
    text += delta;
    yield { type: "text", delta };
    await pause();
    signal?.throwIfAborted();
  }
  if (claims.length === 0) {
    text = explainNothing(plan.question, parts.place, retriever);
    firstToken = clock.now() - begin;
    yield { type: "text", delta: text };
  }
  const total = clock.now() - begin;
  const timings = {
    ...retrieval.timings,
    compose: clock.now() - composing,
    firstToken: firstToken ?? total,
    total,
  };
  yield { type: "done", answer: { question, text, citations, found: claims.length > 0, timings } };
}

/** Sentences of one document run on; another document, a list or code stands apart. */
function separator(before: Claim | undefined, claim: Claim): string {
  if (!before) return "";
  const isBlock = before.markdown.includes("\n") || claim.markdown.includes("\n");
  return isBlock || before.passage.document !== claim.passage.document ? "\n\n" : " ";
}

/** After a closing fence the marker needs a line of its own. */
function withMarker(markdown: string, n: number): string {
  return markdown.endsWith("```") ? `${markdown}\n\n[${n}]` : `${markdown} [${n}]`;
}
