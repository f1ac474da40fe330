const OPENING = "<think>";
const CLOSING = "</think>";

/** Removes the reasoning before an answer where the server does not (DeepSeek R1, Qwen 3). */
export interface ReasoningFilter {
  /** The answer text of this piece; text that may still be reasoning is held back. */
  next(delta: string): string;
  /** Text that was held back and is no reasoning. */
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
    // Only as much as may begin the closing tag.
    buffer = buffer.slice(-CLOSING.length);
    return "";
  }

  /** Blank lines between reasoning and answer are dropped. */
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
