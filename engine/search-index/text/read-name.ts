/** Characters inside a word that nobody sees. */
const UNSEEN = "\\u00ad\\u200b-\\u200f\\u2060\\ufeff";
const UNSEEN_CHARACTERS = new RegExp(`[${UNSEEN}]+`, "gu");
const LETTERS = `[\\p{L}\\p{N}\\p{M}${UNSEEN}]+`;
/** A word, or words joined to a name by single marks: `a.b@c.org`, `v1.2.3`, `src/main.ts`, `snake_case`. */
const NAME = new RegExp(`${LETTERS}(?:[-_.@/:+#&'’]${LETTERS})*`, "uy");
/** Emphasis that begins or ends inside a word. */
const EMPHASISED = new RegExp(`${LETTERS}(?:(?:\\*{1,3}|==|~~)${LETTERS})+`, "uy");
const EMPHASIS_MARKS: ReadonlySet<number> = new Set([..."*=~"].map((mark) => mark.charCodeAt(0)));
const EMPHASIS = /\*+|==|~~/g;
const SPACE = 32;
const PLUS = 43;
const HASH = 35;
/** Names of one letter and a sign are words of their own: "C++", "C#". */
const SIGNED = /[a-z](?:\+\+|#)(?![\p{L}+#])/iuy;
/** Names that begin with a full stop, after something other than a word. */
const DOTTED = /\.\p{L}[\p{L}\p{N}_-]*(?!\p{L})/uy;
/** A dotted name that is no word without its full stop. */
const DOT_NET = /^\.net$/i;

/** A name as it stands in a text. */
export interface Name {
  /** What is read: without emphasis and characters that nobody sees. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Where reading goes on. */
  readonly next: number;
  /** It has no parts and no other form. */
  readonly isWhole: boolean;
}

/** The name that begins at a letter or digit of the text. */
export function readName(text: string, at: number): Name | undefined {
  const sign = text.charCodeAt(at + 1);
  const signed = sign === PLUS || sign === HASH ? execAt(SIGNED, text, at) : undefined;
  if (signed !== undefined) return toName(signed, at, at + signed.length, true);
  const name = execAt(NAME, text, at);
  if (name === undefined) return undefined;
  const end = at + name.length;
  const emphasised = EMPHASIS_MARKS.has(text.charCodeAt(end)) ? readEmphasised(text, at) : undefined;
  return emphasised ?? toName(name.replace(UNSEEN_CHARACTERS, ""), at, end, false);
}

/** The name that begins with the full stop at `at`; reading goes on with its parts where it is a word without it. */
export function readDottedName(text: string, at: number): Name | undefined {
  if (text.charCodeAt(at + 1) <= SPACE) return undefined;
  if (at > 0 && /[\p{L}\p{N}\p{M}_.)\]/]/u.test(text.charAt(at - 1))) return undefined;
  const name = execAt(DOTTED, text, at);
  if (name === undefined) return undefined;
  const whole = toName(name, at, at + name.length, true);
  return DOT_NET.test(name) ? whole : { ...whole, next: at + 1 };
}

/** A word with marks of emphasis inside, of which each has its counterpart. */
function readEmphasised(text: string, at: number): Name | undefined {
  const word = execAt(EMPHASISED, text, at);
  if (word === undefined) return undefined;
  const marks = word.match(EMPHASIS) ?? [];
  const [mark = ""] = marks;
  const parts = word.split(EMPHASIS);
  // A product of variables.
  if (mark === "*" && parts.every((part) => part.length < 2)) return undefined;
  const end = at + word.length;
  const isOpened = text.slice(Math.max(0, at - mark.length), at) === mark;
  const isClosed = text.startsWith(mark, end);
  const isOdd = marks.length % 2 === 1;
  if (marks.some((other) => other !== mark) || isOdd !== (isOpened || isClosed)) return undefined;
  return toName(
    parts.join("").replace(UNSEEN_CHARACTERS, ""),
    isOdd && isOpened ? at - mark.length : at,
    isOdd && !isOpened ? end + mark.length : end,
    false,
  );
}

function toName(text: string, start: number, end: number, isWhole: boolean): Name {
  return { text, start, end, next: end, isWhole };
}

function execAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
