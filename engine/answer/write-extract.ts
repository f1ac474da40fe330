import type { Answer, AnswerEvent, AnswerNote, Citation } from "../model/answer";
import { explainNothing } from "./explain-nothing";
import { findConflicts } from "./find-conflicts";
import type { ReadingParts, SourceReading } from "./read-sources";
import { selectClaims } from "./select-claims";
import { type CitationContext, toCitation } from "./to-citation";
import type { Claim } from "./to-claim";

export interface ExtractParts extends ReadingParts, CitationContext {
  /** Gives way to other work between two sentences: resolves in a later task. */
  readonly pause: () => Promise<void>;
  /** Where answers come from, as in "Nothing … answers this": "in your sources". */
  readonly place: string;
}

interface ExtractOptions {
  readonly signal?: AbortSignal | undefined;
  readonly notes?: readonly AnswerNote[];
}

/** The statements that answer, verbatim but for their markup, each followed by its citation. */
export async function* writeExtract(
  reading: SourceReading,
  parts: ExtractParts,
  { signal, notes = [] }: ExtractOptions = {},
): AsyncGenerator<AnswerEvent> {
  const { clock, pause } = parts;
  const claims = reading.isSupported ? selectClaims(reading.candidates) : [];
  signal?.throwIfAborted();
  const citations: Citation[] = [];
  let text = "";
  let firstToken: number | undefined;
  for (const [position, claim] of claims.entries()) {
    const citation = toCitation(claim, position + 1, parts);
    citations.push(citation);
    yield { type: "citation", citation };
    const delta = separator(claims[position - 1], claim) + withMarker(claim.markdown, citation.n);
    firstToken ??= clock.now() - reading.begin;
    text += delta;
    yield { type: "text", delta };
    await pause();
    signal?.throwIfAborted();
  }
  if (claims.length === 0) {
    text = explainNothing(reading.plan.question, parts.place, parts.retriever);
    firstToken = clock.now() - reading.begin;
    yield { type: "text", delta: text };
  }
  const found = claims.length > 0;
  const conflicts = findConflicts(citations, parts.retriever, clock.now());
  yield {
    type: "done",
    answer: {
      question: reading.question,
      text,
      citations,
      found,
      timings: timingsOf(reading, clock.now(), firstToken),
      ...(conflicts.length > 0 && { conflicts }),
      ...(notes.length > 0 && { notes }),
    },
  };
}

export function timingsOf(
  reading: SourceReading,
  now: number,
  firstToken: number | undefined,
): Answer["timings"] {
  const total = now - reading.begin;
  return { ...reading.timings, compose: now - reading.retrieved, firstToken: firstToken ?? total, total };
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
