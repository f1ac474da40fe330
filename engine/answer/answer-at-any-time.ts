import type { Answer, AnswerEvent } from "../model/answer";

/**
 * The events of an answer from the time that the question names, or, where nothing of that time answers, of the one that
 * `answerAnyTime` makes, with a note that says so. Holds the first events back until the first citation.
 */
export async function* answerAtAnyTime(
  answerInTime: AsyncIterable<AnswerEvent>,
  answerAnyTime: () => AsyncIterable<AnswerEvent>,
  noteText: string,
): AsyncGenerator<AnswerEvent> {
  const held: AnswerEvent[] = [];
  let isAnswered = false;
  for await (const event of answerInTime) {
    isAnswered ||= event.type === "citation" || (event.type === "done" && event.answer.found);
    held.push(event);
    if (isAnswered) yield* held.splice(0);
  }
  if (isAnswered) return;
  for await (const event of answerAnyTime()) {
    yield event.type === "done" ? { type: "done", answer: withNote(event.answer, noteText) } : event;
  }
}

function withNote(answer: Answer, text: string): Answer {
  if (!answer.found) return answer;
  return { ...answer, notes: [...(answer.notes ?? []), { kind: "time-ignored", text }] };
}
