import type { Answer, AnswerEvent, AnswerNote, Citation } from "../../model/answer";
import type { Document } from "../../model/document";
import type { Passage } from "../../model/passage";
import { toCitation } from "../cite/to-citation";
import type { Evidence } from "../evidence/assess-evidence";
import { timingsOf } from "../extract/extractive-answer";
import type { CitedPlace, TaskDeps, TaskPart } from "./task";

interface WriteTaskOptions {
  readonly evidence: Evidence;
  readonly notes: readonly AnswerNote[];
  readonly signal: AbortSignal | undefined;
}

/** Streams the parts of a task's answer, each after the citations it is the first to use. */
export async function* writeTask(
  parts: readonly TaskPart[],
  deps: TaskDeps,
  { evidence, notes, signal }: WriteTaskOptions,
): AsyncGenerator<AnswerEvent> {
  const { clock } = deps;
  const citations: Citation[] = [];
  const numbers = new Map<string, number>();
  let text = "";
  let firstToken: number | undefined;
  for (const part of withoutEnd(parts)) {
    signal?.throwIfAborted();
    let delta = "";
    for (const piece of part) {
      if (typeof piece === "string") {
        delta += piece;
        continue;
      }
      const key = `${piece.document.documentId} ${piece.start} ${piece.end}`;
      if (!numbers.has(key)) {
        const citation = toCitation(toQuote(piece), citations.length + 1, deps);
        citations.push(citation);
        numbers.set(key, citation.n);
        yield { type: "citation", citation };
      }
      delta += `[${numbers.get(key)}]`;
    }
    if (text === "") delta = delta.trimStart();
    firstToken ??= clock.now() - evidence.startedAt;
    text += delta;
    yield { type: "text", delta };
    await deps.yieldToOthers();
  }
  const answer: Answer = {
    question: evidence.question,
    text,
    citations,
    found: true,
    timings: timingsOf(evidence, clock.now(), firstToken),
    ...(notes.length > 0 && { notes }),
  };
  yield { type: "done", answer };
}

/** The parts without the line ends after the last one. */
function withoutEnd(parts: readonly TaskPart[]): readonly TaskPart[] {
  const last = parts.at(-1);
  const isBlank = last?.every((piece) => typeof piece === "string" && piece.trim() === "") ?? false;
  return isBlank ? withoutEnd(parts.slice(0, -1)) : parts;
}

function toQuote({ document, start, end }: CitedPlace) {
  return { passage: passageAt(document, start), start, end, markdown: "" };
}

/** The passage around an offset; a document without chunks is one passage. */
function passageAt(document: Document, offset: number): Passage {
  const chunk = document.chunks.find(({ start, end }) => start <= offset && offset < end) ?? {
    ...{ ordinal: 0, start: 0, end: document.text.length, headings: [] },
  };
  return { document, chunk, score: 1, keywordScore: 0 };
}
