import { parseBracket } from "./parse-bracket";
import { stripInvisible } from "./strip-invisible";
import { ADDRESS_START, visibleAddress } from "./visible-address";

/** `text` and `code` are Markdown that is safe to show; `code` is as the model wrote it. */
export type AnswerToken =
  | { readonly kind: "text" | "code"; readonly text: string }
  | { readonly kind: "citation"; readonly numbers: readonly number[] };

interface LexStep {
  /** Characters of the pending text that it consumes. */
  readonly length: number;
  readonly token: AnswerToken;
}

/** Undefined when more text is needed to decide. */
type LexResult = LexStep | undefined;

interface LexOptions {
  /** True when no more text follows. */
  readonly ended: boolean;
  /** Matches all of what models write in brackets for a citation. */
  readonly citationNumbers: RegExp;
}

/** Characters that are held back at most for inline code, a word and an address. */
const MAX_CODE_CHARACTERS = 1_000;
const MAX_WORD_CHARACTERS = 200;
const MAX_ADDRESS_CHARACTERS = 4_000;
/** Characters after the scheme that identify an address, each with an escape, and one more. */
const ADDRESS_PREFIX_CHARACTERS = 7;
/** Undecidable without more text: half a character, a carriage return, a joiner with what it joins. */
const INCOMPLETE_TAIL = /\P{ASCII}?(?:\r|\p{Join_Control}|\ufe0e|\ufe0f|\p{Surrogate})+$/u;
const PLAIN = /[^\s\\`!&<[\]【]+/uy;
const ADDRESS = /[^\s<>"`()[\]{}|]+/uy;
const ENTITY = /^&(?:#\w{1,8}|[a-z]\w{1,31});/i;
const UNFINISHED_ENTITY = /^&(?:#\w{0,8}|[a-z]\w{0,31})?$/i;
/** What may precede the definition of a link on its line. */
const LINE_PREFIX = /^[\s>*+\-.)\d]*(?:\[\])+$/;

/**
 * Tokenises a model's Markdown as it streams. Its output is safe to show, whatever Markdown parser renders it: no raw
 * HTML, no pictures, no links (their words and host stay), no invisible characters; code as it is; citations in all the
 * forms that models write. Text that further characters could turn into something else is held back.
 */
export class MarkdownLexer {
  readonly #citationNumbers: RegExp;
  #pending = "";
  /** The undecidable last characters of the input. */
  #raw = "";
  /** The fence of the open code block; "" outside of code. */
  #fence = "";
  /** The output of the current line, with citations as `[]`. */
  #line = "";
  #afterCitation = false;

  constructor(citationNumbers: RegExp) {
    this.#citationNumbers = citationNumbers;
  }

  push(delta: string): readonly AnswerToken[] {
    const raw = this.#raw + delta;
    const kept = INCOMPLETE_TAIL.exec(raw)?.index ?? raw.length;
    this.#raw = raw.slice(kept);
    this.#pending += stripInvisible(raw.slice(0, kept));
    return this.#read(false);
  }

  end(): readonly AnswerToken[] {
    this.#pending += stripInvisible(this.#raw.replace(/\p{Surrogate}/gu, ""));
    this.#raw = "";
    return this.#read(true);
  }

  #read(ended: boolean): readonly AnswerToken[] {
    const tokens: AnswerToken[] = [];
    while (this.#pending !== "") {
      const step = this.#fence === "" ? this.#next(ended) : this.#nextOfCode(ended);
      if (!step) break;
      this.#pending = this.#pending.slice(step.length);
      const token = this.#separate(step.token);
      if (token.kind !== "citation" && token.text === "") continue;
      this.#afterCitation = token.kind === "citation";
      const text = token.kind === "citation" ? "[]" : token.text;
      this.#line = text.includes("\n") ? text.slice(text.lastIndexOf("\n") + 1) : this.#line + text;
      tokens.push(token);
    }
    return tokens;
  }

  /** "[1](address)" would be a link, and "[1]: address" at the beginning of a line the definition of one. */
  #separate(token: AnswerToken): AnswerToken {
    if (!this.#afterCitation || token.kind !== "text") return token;
    const isDefinition = token.text.startsWith(":") && LINE_PREFIX.test(this.#line);
    return isDefinition || token.text.startsWith("(") ? { ...token, text: ` ${token.text}` } : token;
  }

  /** In a code block: line by line, because only a whole line closes it. */
  #nextOfCode(ended: boolean): LexResult {
    const lineEnd = this.#pending.indexOf("\n");
    const line = lineEnd < 0 ? this.#pending : this.#pending.slice(0, lineEnd);
    const mayClose = this.#line === "" && /^ {0,3}[`~]*[ \t]*$/.test(line);
    if (lineEnd < 0 && !ended && (mayClose || line === "")) return undefined;
    if (mayClose && isClosingFence(line, this.#fence)) {
      const fence = this.#fence;
      this.#fence = "";
      return { length: line.length, token: { kind: "code", text: fence } };
    }
    return {
      length: line.length + (lineEnd < 0 ? 0 : 1),
      token: code(this.#pending.slice(0, lineEnd + 1) || line),
    };
  }

  #next(ended: boolean): LexResult {
    const text = this.#pending;
    const options: LexOptions = { ended, citationNumbers: this.#citationNumbers };
    const first = text.charAt(0);
    if (this.#line === "" && (first === "`" || first === "~")) {
      const opening = this.#enclosingFence(ended);
      if (opening !== "none") return opening;
    }
    switch (first) {
      case "`":
        return lexInlineCode(text, ended);
      case "[":
      case "【":
        return lexBracket(text, options);
      case "!":
        return lexExclamation(text, options);
      case "]":
      case "<":
        return plain(1, `\\${first}`);
      case "&":
        return lexEntity(text, ended);
      case "\\":
        return lexEscape(text, ended);
    }
    return /\s/.test(first) ? plain(1, first) : lexWords(text, ended);
  }

  /** Only a fence at the very beginning of a line opens code in every parser, whatever came before. */
  #enclosingFence(ended: boolean): LexResult | "none" {
    const lineEnd = this.#pending.indexOf("\n");
    const line = lineEnd < 0 ? this.#pending : this.#pending.slice(0, lineEnd);
    const opening = /^(`{3,}(?=[^`]*$)|~{3,})(.*)$/.exec(line);
    if (!opening) return lineEnd < 0 && !ended && /^(?:`{0,2}|~{0,2})$/.test(line) ? undefined : "none";
    if (lineEnd < 0 && !ended) return undefined;
    const [, fence = "", info = ""] = opening;
    this.#fence = fence;
    const language = info.trim().replace(/[^\p{L}\p{N}+#._-].*$/u, "");
    return { length: line.length + (lineEnd < 0 ? 0 : 1), token: code(`${fence}${language}\n`) };
  }
}

function plain(length: number, text: string): LexStep {
  return { length, token: { kind: "text", text } };
}

function code(text: string): AnswerToken {
  return { kind: "code", text };
}

/** A closing fence is at least as long as the opening one, of the same character. */
function isClosingFence(line: string, fence: string): boolean {
  const marks = line.trim();
  return marks.length >= fence.length && [...marks].every((mark) => mark === fence.charAt(0));
}

/** Backticks without a closing run on their line are no code in any parser and are replaced by apostrophes. */
function lexInlineCode(text: string, ended: boolean): LexResult {
  const marks = /^`+/.exec(text)?.[0] ?? "`";
  const lineEnd = text.indexOf("\n");
  const line = lineEnd < 0 ? text : text.slice(0, lineEnd);
  const closing = [...line.matchAll(/`+/g)].find(({ index, 0: run }) => index > 0 && run === marks);
  // The last run of an unfinished line may grow.
  const isSure = closing && (ended || lineEnd >= 0 || closing.index + marks.length < line.length);
  if (isSure) {
    const length = closing.index + marks.length;
    return { length, token: code(text.slice(0, length)) };
  }
  if (!ended && lineEnd < 0 && line.length < MAX_CODE_CHARACTERS) return undefined;
  return plain(marks.length, "'".repeat(marks.length));
}

function lexBracket(text: string, options: LexOptions): LexResult {
  const bracket = parseBracket(text, options);
  switch (bracket.kind) {
    case "unfinished":
      return undefined;
    case "citation":
      return { length: bracket.length, token: { kind: "citation", numbers: bracket.numbers } };
    case "link": {
      const label = labelText(bracket.label, options);
      const host = bracket.host === "" || label === bracket.host ? "" : `(${bracket.host})`;
      return plain(bracket.length, [label, host].filter((part) => part !== "").join(" "));
    }
    case "none":
      return plain(1, text.startsWith("[") ? "\\[" : text.charAt(0));
  }
}

/** The words of a link, made safe in turn: they may contain a picture. */
function labelText(label: string, { citationNumbers }: LexOptions): string {
  const lexer = new MarkdownLexer(citationNumbers);
  return [...lexer.push(`_${label}`), ...lexer.end()]
    .map((token) => (token.kind === "citation" ? token.numbers.join(", ") : token.text))
    .join("")
    .slice(1)
    .trim();
}

/** The mark of a picture is removed with it. */
function lexExclamation(text: string, options: LexOptions): LexResult {
  if (text.length === 1) return options.ended ? plain(1, "!") : undefined;
  if (!text.startsWith("![")) return plain(1, "!");
  const bracket = parseBracket(text.slice(1), options);
  if (bracket.kind === "unfinished") return undefined;
  return plain(1, bracket.kind === "link" ? "" : "!");
}

/** An entity is shown as it is written, because it could encode a part of an address. */
function lexEntity(text: string, ended: boolean): LexResult {
  if (!ended && UNFINISHED_ENTITY.test(text)) return undefined;
  return plain(1, ENTITY.test(text) ? "\\&" : "&");
}

/** A backslash escapes the next mark, and is otherwise literal; one before a mark of an address is dropped. */
function lexEscape(text: string, ended: boolean): LexResult {
  const next = text.charAt(1);
  if (next === "") return ended ? plain(1, "\\\\") : undefined;
  if (/[:/@]/.test(next)) return plain(1, "");
  return /[!-/:-@[-`{-~]/.test(next) ? plain(2, `\\${next}`) : plain(1, "\\\\");
}

/** Words up to the next mark; of an address among them the host is shown alone. */
function lexWords(text: string, ended: boolean): LexResult {
  PLAIN.lastIndex = 0;
  const run = PLAIN.exec(text)?.[0] ?? text.charAt(0);
  // The last word may become an address ("htt"). Scripts without spaces are not held back.
  const tail = !ended && run.length === text.length ? (/[!-~]+$/.exec(run)?.[0].length ?? 0) : 0;
  const settled = run.length - (tail > MAX_WORD_CHARACTERS ? 0 : tail);
  // Its marks may be escaped: "https\\://".
  const reach = run.length + ADDRESS_PREFIX_CHARACTERS;
  if (!ended && text.charAt(run.length) === "\\" && text.length < reach) return undefined;
  const address = ADDRESS_START.exec(text.slice(0, reach));
  if (address && address.index < settled) {
    return address.index > 0 ? plain(address.index, text.slice(0, address.index)) : lexAddress(text, ended);
  }
  // Fences that are not tokenised as such are escaped: another parser might open a block there.
  return settled === 0 ? undefined : plain(settled, run.slice(0, settled).replace(/~{3,}/g, escapeMarks));
}

function escapeMarks(marks: string): string {
  return [...marks].map((mark) => `\\${mark}`).join("");
}

function lexAddress(text: string, ended: boolean): LexResult {
  ADDRESS.lastIndex = 0;
  const address = (ADDRESS.exec(text)?.[0] ?? text.charAt(0)).replace(/[.,;:!?'*_]+$/, "");
  if (!ended && /^[^\s<>"`()[\]{}|]+$/u.test(text) && text.length < MAX_ADDRESS_CHARACTERS) return undefined;
  return plain(address.length, visibleAddress(address));
}
