import { hasCode } from "../../errors/error-code";
import { formatDay } from "../../util/calendar/format-when";
import { escapeMisread } from "../../util/escape-misread";
import { htmlToText } from "../shared/vendors/google/html-to-text";
import type { DriveClient } from "./client";
import type { DriveComment, DriveFile } from "./schema";

/** More comments than these are counted in the note. */
const MAX_PAGES = 10;

/** What stands beside a file, as Markdown, and sentences about what of it is missing. */
export interface Beside {
  readonly text: string;
  readonly notes: readonly string[];
}

/** Reads the comments of a file with their replies. A file whose comments the person may not read has none. */
export async function readComments(
  client: DriveClient,
  { id }: Pick<DriveFile, "id">,
  signal: AbortSignal,
): Promise<Beside> {
  const comments: DriveComment[] = [];
  let unread = 0;
  let page: string | undefined;
  try {
    for (let pages = 0; pages < MAX_PAGES; pages++) {
      const list = await client.comments({ id, page }, signal);
      comments.push(...list.comments);
      unread += list.unread;
      page = list.next === page ? undefined : list.next;
      if (page === undefined) break;
    }
  } catch (thrown) {
    if (!hasCode(thrown, "not-found") && !hasCode(thrown, "skip-item")) throw thrown;
  }
  return {
    text: describeComments(comments),
    notes: [
      ...(unread > 0 ? [`${unread} ${unread === 1 ? "comment" : "comments"} could not be read`] : []),
      ...(page === undefined ? [] : [`only the first ${comments.length} comments are read`]),
    ],
  };
}

/** One paragraph for each comment and reply. */
export function describeComments(comments: readonly DriveComment[]): string {
  const paragraphs = comments.filter(({ deleted }) => !deleted).flatMap(describeThread);
  return paragraphs.length > 0 ? ["## Comments", ...paragraphs].join("\n\n") : "";
}

function describeThread(comment: DriveComment): readonly string[] {
  const quoted = htmlToText(comment.quotedFileContent?.value ?? "");
  const about = quoted === "" ? "" : ` on “${escapeMisread(quoted.replace(/\s+/g, " "))}”`;
  const state = comment.resolved ? ["resolved"] : [];
  const content = escapeMisread(comment.content?.trim() ?? "");
  const replies = (comment.replies ?? []).filter(({ deleted }) => !deleted);
  return [
    ...(content
      ? [`${nameOf(comment)} commented${about}${inBrackets([dayOf(comment), ...state])}: ${content}`]
      : []),
    ...replies.flatMap((reply) => {
      const verb = VERBS[reply.action ?? ""] ?? "replied";
      const text = escapeMisread(reply.content?.trim() ?? "");
      if (!text && !reply.action) return [];
      return [`${nameOf(reply)} ${verb}${inBrackets([dayOf(reply)])}${text ? `: ${text}` : ""}`];
    }),
  ];
}

const VERBS: Readonly<Record<string, string>> = {
  resolve: "resolved the comment",
  reopen: "opened the comment again",
};

type Said = Pick<DriveComment, "author" | "createdTime">;

function nameOf({ author }: Said): string {
  return author?.displayName?.trim() || "Somebody";
}

function dayOf({ createdTime }: Said): string {
  const time = Date.parse(createdTime ?? "");
  return Number.isNaN(time) ? "" : formatDay(time);
}

function inBrackets(parts: readonly string[]): string {
  const shown = parts.filter((part) => part !== "");
  return shown.length > 0 ? ` (${shown.join("; ")})` : "";
}
