const NEWLINE = 0x0a;
const RETURN = 0x0d;
const QUOTE = 0x3e;
const FROM = [..."From "].map((letter) => letter.charCodeAt(0));

/** What programs write in the line above a mail: the time at which it came. */
const TIME = /\d:\d\d/;
/** The header fields that mails begin with; a sentence may begin with "From" and have a line "Place: …" below it. */
const FIRST_FIELDS =
  /^>?(?:Return-Path|Received|Delivered-To|Envelope-To|Message-ID|Date|From|Sender|Reply-To|To|Cc|Subject|MIME-Version|Content-[\w-]+|DKIM-Signature|Authentication-Results|ARC-[\w-]+|Status|X-[\w-]+):/i;

/**
 * The mails of a mailbox file: each begins below a line "From …" that follows a blank line and has a time, and a header
 * line below it. A `>` before "From " in the text of a mail was added by the mailbox and is removed.
 */
export function* splitMailbox(bytes: Uint8Array): Generator<Uint8Array> {
  let start: number | undefined;
  let isAfterBlank = true;
  for (let at = 0; at < bytes.length; ) {
    const end = endOfLine(bytes, at);
    if (isAfterBlank && hasFrom(bytes, at) && isHeaderLine(bytes, end, TIME.test(lineAt(bytes, at)))) {
      if (start !== undefined) yield unquote(bytes.subarray(start, at));
      start = end;
    }
    isAfterBlank = isBlank(bytes, at, end);
    at = end;
  }
  if (start !== undefined) yield unquote(bytes.subarray(start));
}

/** The offset of the next line. */
function endOfLine(bytes: Uint8Array, from: number): number {
  const at = bytes.indexOf(NEWLINE, from);
  return at < 0 ? bytes.length : at + 1;
}

function hasFrom(bytes: Uint8Array, at: number): boolean {
  return FROM.every((code, position) => bytes[at + position] === code);
}

/** `hasTime`: of the line above, below which any field may stand. */
function isHeaderLine(bytes: Uint8Array, at: number, hasTime: boolean): boolean {
  const line = lineAt(bytes, at);
  // Some programs quote the first line of a mail as well.
  if (hasFrom(bytes, at + 1)) return true;
  return hasTime ? /^>?[!-9;-~]+:/.test(line) : FIRST_FIELDS.test(line);
}

function lineAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, Math.min(endOfLine(bytes, at), at + 200)));
}

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start <= 2 && (bytes[start] === NEWLINE || bytes[start] === RETURN);
}

/** Removes one `>` of each line that is `>From `, `>>From ` and so on. */
function unquote(mail: Uint8Array): Uint8Array {
  const removed: number[] = [];
  for (let at = 0; at < mail.length; at = endOfLine(mail, at)) {
    if (mail[at] !== QUOTE) continue;
    let marks = at;
    while (mail[marks] === QUOTE) marks++;
    if (hasFrom(mail, marks)) removed.push(at);
  }
  if (removed.length === 0) return mail;
  const unquoted = new Uint8Array(mail.length - removed.length);
  let from = 0;
  for (const [count, at] of [...removed, mail.length].entries()) {
    unquoted.set(mail.subarray(from, at), from - count);
    from = at + 1;
  }
  return unquoted;
}
