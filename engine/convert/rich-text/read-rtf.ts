import { codePageOfCharset, encodingOfCodePage } from "./code-pages";
import { CHARACTERS, DESTINATIONS, type Destination } from "./rtf-words";
import { type RtfToken, tokenizeRtf } from "./tokenize-rtf";

/** Receives what a Rich Text file shows. */
export interface RtfHandler {
  text(text: string, group: RtfGroup): void;
  /** Text that is there, and not shown. */
  hidden(): void;
  /** A control word that is neither a character nor a matter of encodings. */
  control(word: string, value: number | undefined, group: RtfGroup): void;
  /** The outermost group of a destination has ended. */
  end(destination: Destination): void;
}

/** What holds within one pair of braces. */
export interface RtfGroup {
  destination: Destination;
  isHidden: boolean;
  isDeleted: boolean;
  encoding: string;
  /** Characters after `\u` that stand for it in programs without Unicode. */
  fallback: number;
  font: number;
}

/** Reads the groups, encodings and characters of a Rich Text file. Pauses are the caller's: it yields now and then. */
export function* readRtf(bytes: Uint8Array, handler: RtfHandler): Generator<void> {
  const reader = new RtfReader(handler);
  let count = 0;
  for (const token of tokenizeRtf(bytes)) {
    reader.read(token);
    if (++count % 20_000 === 0) yield;
  }
  reader.finish();
}

const LATIN = "windows-1252";

class RtfReader {
  readonly #handler: RtfHandler;
  #group: RtfGroup = {
    destination: "text",
    isHidden: false,
    isDeleted: false,
    encoding: LATIN,
    fallback: 1,
    font: -1,
  };
  readonly #stack: RtfGroup[] = [];
  readonly #fontEncodings = new Map<number, string>();
  #documentEncoding = LATIN;
  /** Bytes of a text: a character may have two of them, which are written one by one. */
  #pending: number[] = [];
  #toSkip = 0;
  #isOptional = false;

  constructor(handler: RtfHandler) {
    this.#handler = handler;
  }

  read(token: RtfToken): void {
    switch (token.kind) {
      case "text":
        this.#addBytes(token.bytes);
        return;
      case "byte":
        this.#addBytes([token.byte]);
        return;
      case "control":
        this.#flush();
        this.#control(token.word, token.value);
        return;
      default:
        this.#flush();
        this.#toSkip = 0;
        if (token.kind === "close") this.#close();
        else {
          this.#stack.push(this.#group);
          this.#group = { ...this.#group };
        }
    }
  }

  finish(): void {
    this.#flush();
    while (this.#stack.length > 0) this.#close();
  }

  #close(): void {
    const { destination } = this.#group;
    const outer = this.#stack.pop();
    if (!outer) return;
    this.#group = outer;
    if (destination !== outer.destination) this.#handler.end(destination);
  }

  #addBytes(bytes: Iterable<number>): void {
    for (const byte of bytes) {
      if (this.#toSkip > 0) this.#toSkip--;
      else this.#pending.push(byte);
    }
  }

  #flush(): void {
    if (this.#pending.length === 0) return;
    const text = new TextDecoder(this.#group.encoding).decode(Uint8Array.from(this.#pending));
    this.#pending = [];
    this.#emit(text);
  }

  #emit(text: string): void {
    const { destination, isHidden, isDeleted } = this.#group;
    if (destination === "text" && isHidden && text.trim() !== "") this.#handler.hidden();
    if (destination !== "skip" && !isHidden && !isDeleted) this.#handler.text(text, this.#group);
  }

  #control(word: string, value: number | undefined): void {
    const wasOptional = this.#isOptional;
    this.#isOptional = word === "*";
    if (this.#toSkip > 0 && word !== "u" && word !== "*") {
      this.#toSkip--;
      return;
    }
    const destination = DESTINATIONS[word] ?? (wasOptional ? "skip" : undefined);
    const character = CHARACTERS[word];
    if (destination !== undefined) this.#enter(destination);
    else if (character !== undefined) this.#emit(character);
    else if (!this.#encode(word, value)) this.#format(word, value);
  }

  /**
   * What is within a skipped group stays skipped, but for the title and the author of the document. A text within a
   * group (the result of a field, the words of a shape) belongs to what the group is.
   */
  #enter(destination: Destination): void {
    if (destination === "text") return;
    const isKept = this.#group.destination !== "skip" || destination === "title" || destination === "author";
    if (isKept) this.#group.destination = destination;
  }

  /** Controls of characters and encodings; false for others. */
  #encode(word: string, value = 0): boolean {
    const group = this.#group;
    switch (word) {
      case "u":
        this.#emit(String.fromCharCode(value < 0 ? value + 0x10000 : value));
        this.#toSkip = group.fallback;
        return true;
      case "uc":
        group.fallback = Math.max(0, value);
        return true;
      case "ansicpg":
        group.encoding = this.#documentEncoding = encodingOfCodePage(value);
        return true;
      case "mac":
        group.encoding = this.#documentEncoding = "macintosh";
        return true;
      case "f":
        group.font = value;
        if (group.destination !== "fonts")
          group.encoding = this.#fontEncodings.get(value) ?? this.#documentEncoding;
        return true;
      case "fcharset": {
        const codePage = value === 0 ? undefined : codePageOfCharset(value);
        if (codePage !== undefined) this.#fontEncodings.set(group.font, encodingOfCodePage(codePage));
        return true;
      }
      default:
        return false;
    }
  }

  #format(word: string, value: number | undefined): void {
    const group = this.#group;
    if (word === "v") group.isHidden = value !== 0;
    if (word === "deleted") group.isDeleted = value !== 0;
    if (word === "plain") [group.isHidden, group.isDeleted] = [false, false];
    this.#handler.control(word, value, group);
  }
}
