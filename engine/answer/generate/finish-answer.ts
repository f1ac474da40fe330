import type { Answer, AnswerEvent, AnswerModel, AnswerNote, Citation } from "../../model/answer";
import type { Passage } from "../../model/passage";
import { explainNothing } from "../explain-nothing";
import { findConflicts } from "../find-conflicts";
import type { SourceReading } from "../read-sources";
import { toCitation } from "../to-citation";
import { type ExtractParts, timingsOf, writeExtract } from "../write-extract";
import type { AnswerWriter } from "./answer-writer";
import { checkStatements } from "./check-statements";
import { citeStatements } from "./cite-statements";

export interface WrittenAnswer {
  readonly reading: SourceReading;
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
const RIVALS = 6;

/** Checks what a model wrote, and ends the answer: with it, with quotes where it has no support, or with "nothing". */
export async function* finishAnswer(
  written: WrittenAnswer,
  parts: ExtractParts,
): AsyncGenerator<AnswerEvent> {
  const { reading, writer, notes, signal } = written;
  if (writer.isRefusal) {
    const text = explainNothing(reading.plan.question, parts.place, parts.retriever);
    yield { type: "text", delta: text };
    yield { type: "done", answer: toAnswer(written, parts, { text, found: false, citations: [] }) };
    return;
  }
  const tools = { ...parts, signal };
  const text = writer.citations.length > 0 ? writer.text : yield* citeStatements(written, tools);
  const checked = await checkStatements(text, writer.cited, tools);
  if (checked.isBaseless) {
    const told = "What the model wrote is not in the sources";
    const quotes = reading.isSupported ? "; these are quotes from them" : "";
    const note: AnswerNote = { kind: "not-supported", text: told + quotes };
    for await (const event of writeExtract(reading, parts, { signal, notes: [...notes, note] })) {
      // What was streamed already can't be taken back; the answer in "done" counts.
      if (event.type === "done") yield event;
    }
    return;
  }
  const { citations, conflicts } = withRivals(written, parts);
  for (const citation of citations.slice(writer.citations.length)) yield { type: "citation", citation };
  const answer = toAnswer(written, parts, { text, found: true, citations });
  yield {
    type: "done",
    answer: {
      ...answer,
      ...(checked.unsupported.length > 0 && { unsupported: checked.unsupported }),
      ...(conflicts.length > 0 && { conflicts }),
    },
  };
}

/** Where a good statement that the model passed over contradicts a cited one, it is cited as well. */
function withRivals({ reading, writer }: WrittenAnswer, parts: ExtractParts) {
  const now = parts.clock.now();
  const { citations } = writer;
  const next = citations.length + 1;
  const cited = new Set<Passage["document"]>([...writer.cited.values()].map(({ document }) => document));
  const rivals: Citation[] = [];
  for (const { passage, unit } of reading.candidates.slice(0, RIVALS)) {
    if (cited.has(passage.document)) continue;
    const rival = toCitation({ passage, ...unit, markdown: "" }, next + rivals.length, parts);
    if (
      findConflicts([...citations, rival], parts.retriever, now).some(({ newer, older }) =>
        [newer, older].includes(rival.n),
      )
    ) {
      rivals.push(rival);
      cited.add(passage.document);
    }
  }
  const all = [...citations, ...rivals];
  return { citations: all, conflicts: findConflicts(all, parts.retriever, now) };
}

function toAnswer(
  { reading, model, notes, firstToken }: WrittenAnswer,
  { clock }: ExtractParts,
  outcome: Pick<Answer, "text" | "found" | "citations">,
): Answer {
  return {
    question: reading.question,
    ...outcome,
    timings: timingsOf(reading, clock.now(), firstToken),
    ...(model && { model }),
    ...(notes.length > 0 && { notes }),
  };
}
