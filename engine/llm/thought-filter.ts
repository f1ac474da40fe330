const OPENING = "<think>";
const CLOSING = "</think>";

/** Takes out what a model thinks aloud before it answers, where its server does not (DeepSeek R1, Qwen 3). */
export interface ThoughtFilter {
  /** What of this piece is answer; a piece that may yet turn out to be a thought is kept back. */
  next(delta: string): string;
  /** What was kept back and is no thought. */
  end(): string;
}

export function createThoughtFilter(): ThoughtFilter {
  let state: "beginning" | "thinking" | "thought" | "answering" = "beginning";
  let kept = "";

  function begin(): string {
    const start = kept.trimStart();
    if (start.startsWith(OPENING)) {
      state = "thinking";
      kept = start.slice(OPENING.length);
      return think();
    }
    return OPENING.startsWith(start) ? "" : answer(kept);
  }

  function think(): string {
    const end = kept.indexOf(CLOSING);
    if (end >= 0) {
      state = "thought";
      kept = kept.slice(end + CLOSING.length);
      return leave();
    }
    // Only as much as may be the beginning of the end.
    kept = kept.slice(-CLOSING.length);
    return "";
  }

  /** Blank lines between thoughts and answer belong to neither. */
  function leave(): string {
    kept = kept.trimStart();
    return kept === "" ? "" : answer(kept);
  }

  function answer(text: string): string {
    state = "answering";
    kept = "";
    return text;
  }

  const steps = { beginning: begin, thinking: think, thought: leave };
  return {
    next: (delta) => {
      if (state === "answering") return delta;
      kept += delta;
      return steps[state]();
    },
    end: () => (state === "beginning" ? answer(kept) : ""),
  };
}
