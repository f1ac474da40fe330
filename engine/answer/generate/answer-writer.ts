import type { AnswerEvent, Citation } from "../../model/answer";
import type { Passage } from "../../model/passage";
import { type CitationDeps, toCitation } from "../cite/to-citation";
import { type AnswerToken, MarkdownLexer } from "../safety/markdown-lexer";
import { type SupportDeps, scoreSupport } from "./verify/score-support";

export interface AnswerWriterDeps extends SupportDeps {
  /** As numbered in the prompt, from 1. */
  readonly passages: readonly Passage[];
  readonly citations: CitationDeps;
}

/** Characters before a citation in which its sentence is looked for. */
const MAX_SENTENCE_CHARACTERS = 400;

/** Turns the streamed text of a model into events: safe Markdown, and citations numbered by their first use. */
export class AnswerWriter {
  readonly #deps: AnswerWriterDeps;
  readonly #lexer: MarkdownLexer;
  readonly #numbers = new Map<Passage, number>();
  readonly #citations: Citation[] = [];
  readonly #cited = new Map<number, Passage>();
  /** The text so far, as long as it may still be the reply for "not found"; undefined after that. */
  #opening: string | undefined = "";
  #text = "";
  /** Text of the next delta, and a space after it that is dropped with the citation that follows. */
  #delta = "";
  #space = "";
  #isRefusal = false;

  constructor(deps: AnswerWriterDeps) {
    this.#deps = deps;
    this.#lexer = new MarkdownLexer(deps.language.texts.citationNumbers);
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

  /** True when the model replied that the passages hold no answer; the rest of its text is then ignored. */
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
    const { notFound } = this.#deps.language.prompts;
    const opening = this.#opening.replace(/^[\s*"'#`]+/, "");
    if (opening.startsWith(notFound)) this.#isRefusal = true;
    else if (!notFound.startsWith(opening)) yield* this.#flushOpening();
  }

  async *end(): AsyncGenerator<AnswerEvent> {
    if (this.#isRefusal) return;
    if (this.#opening !== undefined) yield* this.#flushOpening();
    yield* this.#write(this.#lexer.end());
  }

  /** Cites a passage for a claim and returns its number; a passage that is new here yields its citation first. */
  async *cite(passage: Passage, claim: string): AsyncGenerator<AnswerEvent, number> {
    const known = this.#numbers.get(passage);
    if (known !== undefined) return known;
    const n = this.#numbers.size + 1;
    this.#numbers.set(passage, n);
    this.#cited.set(n, passage);
    const { start, end } = await scoreSupport(claim, passage, this.#deps);
    const citation = toCitation({ passage, start, end, markdown: "" }, n, this.#deps.citations);
    this.#citations.push(citation);
    yield { type: "citation", citation };
    return n;
  }

  async *#flushOpening(): AsyncGenerator<AnswerEvent> {
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
