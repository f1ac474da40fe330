import type { AnswerEvent, Citation } from "../../model/answer";
import type { Passage } from "../../model/passage";
import { type CitationDeps, toCitation } from "../cite/to-citation";
import { type AnswerToken, MarkdownLexer } from "../safety/markdown-lexer";
import { NOT_FOUND } from "./prompt/write-prompt";
import { type SupportDeps, scoreSupport } from "./verify/score-support";

export interface AnswerWriterDeps extends SupportDeps {
  /** As numbered in the prompt, from 1. */
  readonly passages: readonly Passage[];
  readonly citations: CitationDeps;
}

/** Characters before a citation that may be the sentence it belongs to. */
const MAX_SENTENCE_CHARACTERS = 400;

/** Turns what a model says, piece by piece, into events: safe Markdown, and citations numbered by their first use. */
export class AnswerWriter {
  readonly #deps: AnswerWriterDeps;
  readonly #lexer = new MarkdownLexer();
  readonly #numbers = new Map<Passage, number>();
  readonly #citations: Citation[] = [];
  readonly #cited = new Map<number, Passage>();
  /** What the model has said as long as it may still be that nothing was found. */
  #opening: string | undefined = "";
  #text = "";
  /** Let out with the next delta: text, and a space whose citation may be dropped. */
  #delta = "";
  #space = "";
  #isRefusal = false;

  constructor(parts: AnswerWriterDeps) {
    this.#deps = parts;
  }

  get text(): string {
    return this.#text;
  }

  get citations(): readonly Citation[] {
    return this.#citations;
  }

  /** The passages behind the numbers of `text`. */
  get cited(): ReadonlyMap<number, Passage> {
    return this.#cited;
  }

  /** True when the model said that the passages hold no answer; nothing else it said counts. */
  get isRefusal(): boolean {
    return this.#isRefusal;
  }

  async *push(delta: string): AsyncGenerator<AnswerEvent> {
    if (this.#isRefusal) return;
    if (this.#opening === undefined) {
      yield* this.#write(this.#lexer.push(delta));
      return;
    }
    this.#opening += delta;
    const said = this.#opening.replace(/^[\s*"'#`]+/, "");
    if (said.startsWith(NOT_FOUND)) this.#isRefusal = true;
    else if (!NOT_FOUND.startsWith(said)) yield* this.#open();
  }

  async *end(): AsyncGenerator<AnswerEvent> {
    if (this.#isRefusal) return;
    if (this.#opening !== undefined) yield* this.#open();
    yield* this.#write(this.#lexer.end());
  }

  /** The number of a passage that bears `words` out, new or known; a new one comes with its event. */
  async *cite(passage: Passage, words: string): AsyncGenerator<AnswerEvent, number> {
    const known = this.#numbers.get(passage);
    if (known !== undefined) return known;
    const n = this.#numbers.size + 1;
    this.#numbers.set(passage, n);
    this.#cited.set(n, passage);
    const { start, end } = await scoreSupport(words, passage, this.#deps);
    const citation = toCitation({ passage, start, end, markdown: "" }, n, this.#deps.citations);
    this.#citations.push(citation);
    yield { type: "citation", citation };
    return n;
  }

  async *#open(): AsyncGenerator<AnswerEvent> {
    const opening = this.#opening ?? "";
    this.#opening = undefined;
    yield* this.#write(this.#lexer.push(opening));
  }

  async *#write(tokens: readonly AnswerToken[]): AsyncGenerator<AnswerEvent> {
    for (const token of tokens) {
      if (token.kind === "citation") yield* this.#writeCitation(token.numbers);
      else this.#writeText(token.text);
    }
    if (this.#delta === "") return;
    const delta = this.#delta;
    this.#text += delta;
    this.#delta = "";
    yield { type: "text", delta };
  }

  /** Numbers of no passage are dropped, with the space before them. */
  async *#writeCitation(numbers: readonly number[]): AsyncGenerator<AnswerEvent> {
    const passages = numbers.flatMap((number) => this.#deps.passages[number - 1] ?? []);
    if (passages.length === 0) return;
    const sentence = lastSentence(this.#text + this.#delta);
    let markers = "";
    for (const passage of passages) markers += `[${yield* this.cite(passage, sentence)}]`;
    this.#delta += this.#space + markers;
    this.#space = "";
  }

  #writeText(text: string): void {
    const before = /^[\s.,;:!?)]/.test(text) ? "" : this.#space;
    const kept = text === " " ? "" : text;
    this.#delta += (text === " " ? this.#space : before) + kept;
    this.#space = text === " " ? " " : "";
  }
}

function lastSentence(text: string): string {
  const tail = text.slice(-MAX_SENTENCE_CHARACTERS).trimEnd();
  const sentences = tail.split(/(?<=[.!?])\s+|\n+/);
  return sentences.at(-1)?.replace(/\[\d+\]/g, " ") ?? "";
}
