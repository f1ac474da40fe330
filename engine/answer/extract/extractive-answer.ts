import type { Answer, AnswerEvent, AnswerNote, Citation } from "../../model/answer";
import { findConflicts } from "../cite/find-conflicts";
import { type CitationDeps, toCitation } from "../cite/to-citation";
import type { Evidence, EvidenceDeps } from "../evidence/assess-evidence";
import { noAnswer } from "./no-answer";
import { selectQuotes } from "./select-quotes";
import type { Quote } from "./to-quote";

export interface ExtractiveAnswerDeps extends EvidenceDeps, CitationDeps {
  /** Gives way to other work between two sentences: resolves in a later task. */
  readonly yieldToOthers: () => Promise<void>;
  /** Where answers come from, as in "Nothing … answers this": "in your sources". */
  readonly scopePhrase: string;
}

interface ExtractiveAnswerOptions {
  readonly signal?: AbortSignal | undefined;
  readonly notes?: readonly AnswerNote[];
}

/** The statements that answer, verbatim but for their markup, each followed by its citation. */
export async function* extractiveAnswer(
  evidence: Evidence,
  deps: ExtractiveAnswerDeps,
  { signal, notes = [] }: ExtractiveAnswerOptions = {},
): AsyncGenerator<AnswerEvent> {
  const { clock, yieldToOthers } = deps;
  const quotes = evidence.isSufficientForQuotes ? selectQuotes(evidence.statements) : [];
  signal?.throwIfAborted();
  const citations: Citation[] = [];
  let text = "";
  let firstToken: number | undefined;
  for (const [position, quote] of quotes.entries()) {
    const citation = toCitation(quote, position + 1, deps);
    citations.push(citation);
    yield { type: "citation", citation };
    const delta = separator(quotes[position - 1], quote) + withCitationMarker(quote.markdown, citation.n);
    firstToken ??= clock.now() - evidence.startedAt;
    text += delta;
    yield { type: "text", delta };
    await yieldToOthers();
    signal?.throwIfAborted();
  }
  if (quotes.length === 0) {
    text = noAnswer(evidence.plan.question, deps.scopePhrase, deps.retriever);
    firstToken = clock.now() - evidence.startedAt;
    yield { type: "text", delta: text };
  }
  const found = quotes.length > 0;
  const conflicts = findConflicts(citations, deps.retriever, clock.now());
  yield {
    type: "done",
    answer: {
      question: evidence.question,
      text,
      citations,
      found,
      timings: timingsOf(evidence, clock.now(), firstToken),
      ...(conflicts.length > 0 && { conflicts }),
      ...(notes.length > 0 && { notes }),
    },
  };
}

export function timingsOf(
  evidence: Evidence,
  now: number,
  firstToken: number | undefined,
): Answer["timings"] {
  const total = now - evidence.startedAt;
  return { ...evidence.timings, compose: now - evidence.retrievedAt, firstToken: firstToken ?? total, total };
}

/** Sentences of one document run on; another document, a list or code stands apart. */
function separator(before: Quote | undefined, claim: Quote): string {
  if (!before) return "";
  const isBlock = before.markdown.includes("\n") || claim.markdown.includes("\n");
  return isBlock || before.passage.document !== claim.passage.document ? "\n\n" : " ";
}

/** After a closing fence the marker needs a line of its own. */
function withCitationMarker(markdown: string, n: number): string {
  return markdown.endsWith("```") ? `${markdown}\n\n[${n}]` : `${markdown} [${n}]`;
}
