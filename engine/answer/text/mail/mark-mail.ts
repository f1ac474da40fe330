import type { Document } from "../../../model/document";
import type { Statement } from "../statement";
import { isMailLine } from "./is-mail-line";
import { mailHeaderEnd } from "./mail-header-end";
import { quotedReplies } from "./quoted-replies";

/** Characters of a message that are looked through for quoted messages. */
const MAX_MESSAGE_CHARACTERS = 100_000;

/**
 * The statements of a stretch `[start, end)` of a mail or thread, with offsets in its text, as their authors' words: without
 * header lines and the names above messages, and marked where an earlier message is quoted. Those of other documents are
 * returned as they are.
 */
export function markMail(
  statements: readonly Statement[],
  document: Document,
  { start, end }: { readonly start: number; readonly end: number },
): readonly Statement[] {
  const headerEnd = mailHeaderEnd(document.text);
  const { parts = [], type, author } = document;
  if (headerEnd === 0 && parts.length === 0 && type !== "mail") return statements;
  const messages = parts.length > 0 ? parts : [{ start: 0, end: document.text.length, author }];
  return messages
    .filter((message) => message.start < end && start < message.end)
    .flatMap((message) => {
      const own = statements.filter(
        (one) => one.start >= Math.max(message.start, headerEnd) && one.start < message.end,
      );
      return markMessage(own, message, document.text.slice(0, Math.min(end, message.end)));
    });
}

interface Message {
  readonly start: number;
  readonly author?: string | undefined;
}

function markMessage(own: readonly Statement[], message: Message, text: string): readonly Statement[] {
  const from = Math.max(message.start, text.length - MAX_MESSAGE_CHARACTERS);
  const replies = quotedReplies(text.slice(from));
  return own.flatMap((statement) => {
    const words = text.slice(statement.start, statement.end);
    if (isNameLine(words, message.author) || isMailLine(words)) return [];
    const reply = replies.find((one) => one.start + from < statement.end && statement.start < one.end + from);
    if (!reply) return [withAuthor(statement, message.author)];
    const quotedAuthor = reply.author === undefined ? {} : { quotedAuthor: reply.author };
    return [{ ...withAuthor(statement, reply.author), isQuotedReply: true, ...quotedAuthor }];
  });
}

/** "**Ann**:" above a message, or "**Ann** (2026-11-02 18:05):". */
function isNameLine(words: string, author: string | undefined): boolean {
  if (author === undefined || !words.startsWith(`**${author}**`)) return false;
  return /^(?: \([^\n]*\))?:$/.test(words.slice(author.length + 4));
}

/** A question may name whose word is asked for. */
function withAuthor(statement: Statement, author: string | undefined): Statement {
  const context = [author, statement.context].filter(Boolean).join("\n");
  return context === "" ? statement : { ...statement, context };
}
