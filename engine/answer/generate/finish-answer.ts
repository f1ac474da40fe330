import type { Answer, AnswerEvent, AnswerModel, AnswerNote, Citation } from "../../model/answer";
import type { Filter } from "../../model/filter";
import type { Intent } from "../../model/intent";
import type { Passage } from "../../model/passage";
import { answerWithoutModel } from "../answer-without-model";
import { citationOf, findConflicts } from "../cite/find-conflicts";
import { toCitation } from "../cite/to-citation";
import type { Evidence } from "../evidence/assess-evidence";
import { closestPassages } from "../extract/closest-passages";
import { type ExtractiveAnswerDeps, timingsOf } from "../extract/extractive-answer";
import { noAnswer } from "../extract/no-answer";
import type { TaskDeps } from "../tasks/task";
import type { ComparedStatement } from "../versions/compared-statement";
import { statusOf } from "../versions/status-of";
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
  readonly intent?: Intent | undefined;
  readonly filter?: Filter | undefined;
  readonly signal: AbortSignal;
}

/** Verifies a model's text and ends the answer: with the text, with quotes where it has no support, or without an answer. */
export async function* finishAnswer(draft: DraftAnswer, deps: TaskDeps): AsyncGenerator<AnswerEvent> {
  const { evidence, writer, notes, intent, filter, signal } = draft;
  if (writer.isRefusal) {
    const closest = closestPassages(evidence, deps);
    const text = noAnswer(evidence.asked, { ...deps, hasClosest: closest.length > 0 });
    yield { type: "text", delta: text };
    const answer = toAnswer(draft, deps, { text, found: false, citations: [] });
    yield { type: "done", answer: { ...answer, ...(closest.length > 0 && { closest }) } };
    return;
  }
  const supportDeps = { ...deps, signal };
  const text = writer.citations.length > 0 ? writer.text : yield* citeClaims(draft, supportDeps);
  const verification = await verifyClaims(text, writer.cited, supportDeps);
  if (verification.isFullyUnsupported) {
    const text = deps.language.sentences.notSupported(evidence.isSufficientForQuotes);
    const note: AnswerNote = { kind: "not-supported", text };
    const options = { intent, filter, signal, notes: [...notes, note] };
    for await (const event of answerWithoutModel(evidence, deps, options)) {
      // Events of the draft were streamed already: only the answer in "done" replaces them.
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

/** Also cites the other side of what contradicts a cited statement and was left out by the model. */
function withConflictingCitations({ evidence, writer }: DraftAnswer, deps: ExtractiveAnswerDeps) {
  const { contradictions, compared } = evidence.versions;
  const citations = [...writer.citations];
  for (const { newer, older } of contradictions) {
    const [hasNewer, hasOlder] = [newer, older].map((side) => citationOf(side, citations) !== undefined);
    if (hasNewer === hasOlder) continue;
    const { passage, statement } = hasNewer ? older : newer;
    citations.push(toCitation({ passage, ...statement, markdown: "" }, citations.length + 1, deps));
  }
  return {
    citations: citations.map((citation) => withStatus(citation, compared)),
    conflicts: findConflicts(citations, contradictions, { ...deps, now: deps.clock.now() }),
  };
}

function withStatus(citation: Citation, compared: readonly ComparedStatement[]): Citation {
  const quoted = compared.find((statement) => citationOf(statement, [citation]));
  const { start, end } = citation;
  const { status } = quoted ? statusOf({ passage: quoted.passage, start, end }, compared) : {};
  return status ? { ...citation, status } : citation;
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
