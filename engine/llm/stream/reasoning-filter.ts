const OPENING = "<think>";
const CLOSING = "</think>";

/** Takes out what a model thinks aloud before it answers, where its server does not (DeepSeek R1, Qwen 3). */
export interface ReasoningFilter {
  /** What of this piece is answer; a piece that may yet turn out to be a thought is kept back. */
  next(delta: string): string;
  /** What was kept back and is no thought. */
  end(): string;
}

export function createReasoningFilter(): ReasoningFilter {
  let state: "beginning" | "thinking" | "thought" | "answering" = "beginning";
  let buffer = "";

  function readStart(): string {
    const start = buffer.trimStart();
    if (start.startsWith(OPENING)) {
      state = "thinking";
      buffer = start.slice(OPENING.length);
      return readReasoning();
    }
    return OPENING.startsWith(start) ? "" : answer(buffer);
  }

  function readReasoning(): string {
    const end = buffer.indexOf(CLOSING);
    if (end >= 0) {
      state = "thought";
      buffer = buffer.slice(end + CLOSING.length);
      return skipBlank();
    }
    // Only as much as may be the beginning of the end.
    buffer = buffer.slice(-CLOSING.length);
    return "";
  }

  /** Blank lines between thoughts and answer belong to neither. */
  function skipBlank(): string {
    buffer = buffer.trimStart();
    return buffer === "" ? "" : answer(buffer);
  }

  function answer(text: string): string {
    state = "answering";
    buffer = "";
    return text;
  }

  const steps = { beginning: readStart, thinking: readReasoning, thought: skipBlank };
  return {
    next: (delta) => {
      if (state === "answering") return delta;
      buffer += delta;
      return steps[state]();
    },
    end: () => (state === "beginning" ? answer(buffer) : ""),
  };
}
