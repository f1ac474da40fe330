import type { Answer, AnswerEvent, AnswerModel, AnswerNote, Citation } from "../../model/answer";
import type { Passage } from "../../model/passage";
import { findConflicts } from "../cite/find-conflicts";
import { toCitation } from "../cite/to-citation";
import type { Evidence } from "../evidence/assess-evidence";
import { type ExtractiveAnswerDeps, extractiveAnswer, timingsOf } from "../extract/extractive-answer";
import { noAnswer } from "../extract/no-answer";
import type { AnswerWriter } from "./answer-writer";
import { citeClaims } from "./verify/cite-claims";
import { verifyClaims } from "./verify/verify-claims";

export interface DraftAnswer {
  readonly evidence: Evidence;
  readonly writer: AnswerWriter;
  /** As numbered in the prompt. */
  readonly passages: readonly Passage[];
  readonly model?: AnswerModel;
  readonly notes: readonly AnswerNote[];
  /** Milliseconds from the question. */
  readonly firstToken?: number;
  readonly signal: AbortSignal;
}

/** Statements looked at for what the model passed over. */
const CONFLICT_CANDIDATES = 6;

/** Checks what a model wrote, and ends the answer: with it, with quotes where it has no support, or with "nothing". */
export async function* finishAnswer(
  draft: DraftAnswer,
  deps: ExtractiveAnswerDeps,
): AsyncGenerator<AnswerEvent> {
  const { evidence, writer, notes, signal } = draft;
  if (writer.isRefusal) {
    const text = noAnswer(evidence.plan.question, deps.scopePhrase, deps.retriever);
    yield { type: "text", delta: text };
    yield { type: "done", answer: toAnswer(draft, deps, { text, found: false, citations: [] }) };
    return;
  }
  const supportDeps = { ...deps, signal };
  const text = writer.citations.length > 0 ? writer.text : yield* citeClaims(draft, supportDeps);
  const verification = await verifyClaims(text, writer.cited, supportDeps);
  if (verification.isFullyUnsupported) {
    const reason = "What the model wrote is not in the sources";
    const quotes = evidence.isSufficientForQuotes ? "; these are quotes from them" : "";
    const note: AnswerNote = { kind: "not-supported", text: reason + quotes };
    for await (const event of extractiveAnswer(evidence, deps, { signal, notes: [...notes, note] })) {
      // What was streamed already can't be taken back; the answer in "done" counts.
      if (event.type === "done") yield event;
    }
    return;
  }
  const { citations, conflicts } = withConflictingCitations(draft, deps);
  for (const citation of citations.slice(writer.citations.length)) yield { type: "citation", citation };
  const answer = toAnswer(draft, deps, { text, found: true, citations });
  yield {
    type: "done",
    answer: {
      ...answer,
      ...(verification.unsupported.length > 0 && { unsupported: verification.unsupported }),
      ...(conflicts.length > 0 && { conflicts }),
    },
  };
}

/** Where a good statement that the model passed over contradicts a cited one, it is cited as well. */
function withConflictingCitations({ evidence, writer }: DraftAnswer, deps: ExtractiveAnswerDeps) {
  const now = deps.clock.now();
  const { citations } = writer;
  const next = citations.length + 1;
  const cited = new Set<Passage["document"]>([...writer.cited.values()].map(({ document }) => document));
  const added: Citation[] = [];
  for (const { passage, statement } of evidence.statements.slice(0, CONFLICT_CANDIDATES)) {
    if (cited.has(passage.document)) continue;
    const candidate = toCitation({ passage, ...statement, markdown: "" }, next + added.length, deps);
    if (
      findConflicts([...citations, candidate], deps.retriever, now).some(({ newer, older }) =>
        [newer, older].includes(candidate.n),
      )
    ) {
      added.push(candidate);
      cited.add(passage.document);
    }
  }
  const all = [...citations, ...added];
  return { citations: all, conflicts: findConflicts(all, deps.retriever, now) };
}

function toAnswer(
  { evidence, model, notes, firstToken }: DraftAnswer,
  { clock }: ExtractiveAnswerDeps,
  outcome: Pick<Answer, "text" | "found" | "citations">,
): Answer {
  return {
    question: evidence.question,
    ...outcome,
    timings: timingsOf(evidence, clock.now(), firstToken),
    ...(model && { model }),
    ...(notes.length > 0 && { notes }),
  };
}
