import type { Answer, AnswerEvent, AnswerNote, Citation } from "../../model/answer";
import { findConflicts } from "../cite/find-conflicts";
import { type CitationDeps, toCitation } from "../cite/to-citation";
import type { Evidence, EvidenceDeps } from "../evidence/assess-evidence";
import { statusOf } from "../versions/status-of";
import { closestPassages } from "./closest-passages";
import { noAnswer } from "./no-answer";
import { selectQuotes } from "./select-quotes";
import type { Quote } from "./to-quote";

export interface ExtractiveAnswerDeps extends EvidenceDeps, CitationDeps {
  /** Resolves in a later task, so that other work can run between two sentences. */
  readonly yieldToOthers: () => Promise<void>;
  /** Where answers are looked for, as in "in your sources". */
  readonly scopePhrase: string;
}

interface ExtractiveAnswerOptions {
  readonly signal?: AbortSignal | undefined;
  readonly notes?: readonly AnswerNote[];
}

/** An answer of quotes, verbatim but without their markup, each followed by its citation. */
export async function* extractiveAnswer(
  evidence: Evidence,
  deps: ExtractiveAnswerDeps,
  { signal, notes = [] }: ExtractiveAnswerOptions = {},
): AsyncGenerator<AnswerEvent> {
  const { clock, yieldToOthers } = deps;
  const quotes = evidence.isSufficientForQuotes
    ? selectQuotes(evidence.statements, deps.language, evidence.versions.contradictions)
    : [];
  signal?.throwIfAborted();
  const citations: Citation[] = [];
  let text = "";
  let firstToken: number | undefined;
  for (const [position, quote] of quotes.entries()) {
    const { status, supersededOn } = statusOf(quote, evidence.versions.compared);
    const citation = { ...toCitation(quote, position + 1, deps), ...(status && { status }) };
    const remark = status ? ` ${deps.language.sentences.quoteStatus(status, supersededOn)}` : "";
    citations.push(citation);
    yield { type: "citation", citation };
    const delta =
      separator(quotes[position - 1], quote) + withCitationMarker(quote.markdown, citation.n, remark);
    firstToken ??= clock.now() - evidence.startedAt;
    text += delta;
    yield { type: "text", delta };
    await yieldToOthers();
    signal?.throwIfAborted();
  }
  const closest = quotes.length > 0 ? [] : closestPassages(evidence, deps);
  if (quotes.length === 0) {
    text = noAnswer(evidence.asked, { ...deps, hasClosest: closest.length > 0 });
    firstToken = clock.now() - evidence.startedAt;
    yield { type: "text", delta: text };
  }
  const found = quotes.length > 0;
  const conflicts = findConflicts(citations, evidence.versions.contradictions, {
    ...deps,
    now: clock.now(),
  });
  yield {
    type: "done",
    answer: {
      question: evidence.question,
      text,
      citations,
      found,
      timings: timingsOf(evidence, clock.now(), firstToken),
      ...(closest.length > 0 && { closest }),
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

/** Sentences of one document share a paragraph; another document, a row, a list or code begins a new one. */
function separator(before: Quote | undefined, quote: Quote): string {
  if (!before) return "";
  const isBlock = before.isBlock || quote.isBlock;
  return isBlock || before.passage.document !== quote.passage.document ? "\n\n" : " ";
}

/** After a closing fence the remark and the marker need a line of their own. */
function withCitationMarker(markdown: string, n: number, remark: string): string {
  return markdown.endsWith("```")
    ? `${markdown}\n\n${`${remark} [${n}]`.trim()}`
    : `${markdown}${remark} [${n}]`;
}
