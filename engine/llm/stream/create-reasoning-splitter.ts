import { closesReasoning, opensReasoning } from "./closes-reasoning";
import { FORMATS, HARMONY_ENDS, HARMONY_STARTS, readOpening } from "./reasoning-formats";

/** `retract`: the text so far was reasoning. */
export type AnswerPiece =
  | { readonly type: "text" | "reasoning"; readonly delta: string }
  | { readonly type: "retract" };

/** Separates the reasoning in a model's text from its answer, where the server does not. */
export interface ReasoningSplitter {
  /** What is known of the text so far; text that may still be a mark is held back. */
  next(delta: string): readonly AnswerPiece[];
  /** The text that was held back. `wasCut`: the model reached its limit. */
  end(wasCut: boolean): readonly AnswerPiece[];
  /** The server reports reasoning apart from the text: text is the answer. */
  setSeparated(): void;
}

/** `opensInPrompt`: the model's template begins the reasoning, so that the text begins inside it. */
export function createReasoningSplitter(
  options: { readonly opensInPrompt?: boolean } = {},
): ReasoningSplitter {
  const splitter = new Splitter(options.opensInPrompt === true);
  return {
    next: (delta) => splitter.run(delta, false),
    end: (wasCut) => splitter.end(wasCut),
    setSeparated: () => splitter.setSeparated(),
  };
}

/** `assumed`: text that is reasoning if a closing mark follows. */
type State = "start" | "thoughts" | "assumed" | "answer";

interface Found {
  readonly at: number;
  readonly mark: string;
}

class Splitter {
  #state: State = "start";
  #buffer = "";
  #pieces: AnswerPiece[] = [];
  /** Text since the last thoughts. */
  #text = "";
  #closings: readonly string[] = [];
  /** Marks that end a message or wrap the answer; dropped. */
  #ends: readonly string[] = [];
  #hadThoughts = false;
  #opensInPrompt: boolean;

  constructor(opensInPrompt: boolean) {
    this.#opensInPrompt = opensInPrompt;
  }

  setSeparated(): void {
    this.#opensInPrompt = false;
    if (this.#state === "assumed") this.#begin("answer");
  }

  run(delta: string, isEnd: boolean): readonly AnswerPiece[] {
    this.#pieces = [];
    this.#buffer += delta;
    while (this.#step(isEnd));
    return this.#pieces;
  }

  end(wasCut: boolean): readonly AnswerPiece[] {
    const pieces = this.run("", true);
    const wasAnswer = this.#state === "assumed" && !wasCut && this.#text.trim() !== "";
    return wasAnswer ? [...pieces, { type: "text", delta: this.#text.trimStart() }] : pieces;
  }

  /** True when there may be more to read in what is held back. */
  #step(isEnd: boolean): boolean {
    if (this.#buffer === "") return false;
    if (this.#state === "start") return this.#readStart(isEnd);
    if (this.#state === "thoughts") return this.#readThoughts(isEnd);
    return this.#readText(isEnd);
  }

  #readStart(isEnd: boolean): boolean {
    const trimmed = this.#buffer.trimStart();
    const opening = readOpening(trimmed, this.#hadThoughts);
    if (opening.kind === "partial" && !isEnd) return false;
    if (!("length" in opening)) {
      if (this.#hadThoughts) this.#buffer = trimmed;
      return this.#begin(this.#opensInPrompt && !this.#hadThoughts ? "assumed" : "answer");
    }
    this.#buffer = trimmed.slice(opening.length);
    if (opening.kind === "thoughts") {
      this.#closings = opening.closings;
      return this.#begin("thoughts");
    }
    if (opening.kind === "skip") return true;
    this.#ends = opening.kind === "wrapper" ? [opening.closing] : [...HARMONY_ENDS, ...HARMONY_STARTS];
    this.#buffer = this.#buffer.trimStart();
    return this.#begin("answer");
  }

  #readThoughts(isEnd: boolean): boolean {
    const found = findFirst(this.#buffer, this.#closings);
    if (!found) {
      this.#release(
        "reasoning",
        this.#buffer.length - (isEnd ? 0 : heldLength(this.#buffer, this.#closings)),
      );
      return false;
    }
    this.#release("reasoning", found.at);
    this.#drop(found.mark);
    return this.#begin("start");
  }

  #readText(isEnd: boolean): boolean {
    const kind = this.#state === "assumed" ? "reasoning" : "text";
    const marks = [...this.#ends, ...CLOSINGS, ...OPENINGS];
    const found = findFirst(this.#buffer, marks);
    if (!found) {
      this.#release(kind, this.#buffer.length - (isEnd ? 0 : heldLength(this.#buffer, marks)));
      return false;
    }
    this.#release(kind, found.at);
    // What follows a mark tells whether it is quoted.
    if (!isEnd && /^[^\S\n]*$/.test(this.#buffer.slice(found.mark.length))) return false;
    return this.#readMark(kind, found.mark);
  }

  /** Reads the mark that the buffer begins with. */
  #readMark(kind: "text" | "reasoning", mark: string): boolean {
    const text = this.#text + this.#buffer;
    const place = { text, at: this.#text.length, end: this.#text.length + mark.length };
    if (this.#ends.includes(mark)) {
      this.#drop(mark);
      return this.#ends.includes("<|end|>") ? this.#begin("start") : true;
    }
    const format = FORMATS.find(({ opening, closing }) => closing === mark || opening === mark);
    if (format?.opening === mark && opensReasoning(place)) {
      this.#drop(mark);
      this.#closings = [format.closing];
      return this.#begin("thoughts");
    }
    if (format?.closing === mark && closesReasoning(place, format)) {
      if (kind === "text") this.#pieces.push({ type: "retract" });
      this.#drop(mark);
      return this.#begin("start");
    }
    this.#release(kind, mark.length);
    return true;
  }

  #begin(state: State): true {
    if (state === "thoughts" || (state === "start" && this.#state !== "start")) this.#hadThoughts = true;
    // An answer goes on after thoughts in between, and after the messages of harmony.
    if (state === "start") this.#text = "";
    this.#state = state;
    return true;
  }

  /** Removes a mark; one that begins the next header stays. */
  #drop(mark: string): void {
    if (!HARMONY_STARTS.includes(mark)) this.#buffer = this.#buffer.slice(mark.length);
  }

  #release(type: "text" | "reasoning", length: number): void {
    if (length <= 0) return;
    const delta = this.#buffer.slice(0, length);
    this.#buffer = this.#buffer.slice(length);
    if (this.#state !== "thoughts") this.#text += delta;
    this.#pieces.push({ type, delta });
  }
}

const CLOSINGS = FORMATS.map(({ closing }) => closing);
const OPENINGS = FORMATS.map(({ opening }) => opening);

/** The first of these marks, whatever their case; the longest of those at one place. */
function findFirst(text: string, marks: readonly string[]): Found | undefined {
  const lower = toLowerAscii(text);
  let first: Found | undefined;
  for (const mark of marks) {
    const at = lower.indexOf(toLowerAscii(mark));
    if (at >= 0 && (!first || at < first.at)) first = { at, mark };
  }
  return first;
}

/** Characters at the end of a text that may begin one of these marks. */
function heldLength(text: string, marks: readonly string[]): number {
  const lower = toLowerAscii(text);
  const longest = Math.max(0, ...marks.map(({ length }) => length - 1));
  for (let length = Math.min(longest, text.length); length > 0; length--) {
    const tail = lower.slice(-length);
    if (marks.some((mark) => toLowerAscii(mark).startsWith(tail))) return length;
  }
  return 0;
}

/** Keeps offsets, which other letters may change. */
function toLowerAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
