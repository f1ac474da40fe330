import { noteNotRead } from "../shared/vendors/atlassian/attachments";
import { noteLeftOut } from "./macro-words";
import { escapeHtml, type LinkTargets } from "./storage-macros";
import { storageToHtml } from "./storage-to-html";

/** A comment on a page or on words of it. */
export interface PageComment {
  readonly author?: string | undefined;
  /** Milliseconds since the epoch. */
  readonly createdAt?: number | null | undefined;
  /** In the storage format. */
  readonly storage: string;
  /** The words of the page that it is about. */
  readonly selection?: string | null | undefined;
  readonly isResolved?: boolean;
  readonly isReply: boolean;
}

/** What Confluence shows around a page. */
export interface PageExtras {
  readonly labels: readonly string[];
  readonly attachments: readonly string[];
  /** Attachments that are named only, each with the reason. */
  readonly attachmentsNotRead: readonly string[];
  /** Each followed by its replies. */
  readonly comments: readonly PageComment[];
  /** Sentences about what is missing. */
  readonly notes: readonly string[];
}

export const NO_EXTRAS: PageExtras = {
  ...{ labels: [], attachments: [], attachmentsNotRead: [], comments: [], notes: [] },
};

/** The text of a page, then its labels, attachments and comments; with a note about what is not in it. */
export function pageHtml(
  storage: string,
  extras: PageExtras,
  targets: LinkTargets,
): { readonly html: string; readonly note?: string } {
  const body = storageToHtml(storage, targets);
  const comments = extras.comments.map((comment) => commentHtml(comment, targets));
  const html = [
    body.html,
    lineHtml("Labels", extras.labels),
    lineHtml("Attachments", extras.attachments),
    ...(comments.length > 0 ? ["<h2>Comments</h2>", ...comments.map((comment) => comment.html)] : []),
  ].join("");
  const leftOut = [...body.leftOut, ...comments.flatMap((comment) => comment.leftOut)];
  const notes = [...noteLeftOut(leftOut), ...noteNotRead(extras.attachmentsNotRead), ...extras.notes];
  return { html, ...(notes.length > 0 && { note: notes.join("; ") }) };
}

function lineHtml(name: string, values: readonly string[]): string {
  return values.length === 0 ? "" : `<p>${name}: ${escapeHtml(values.join(", "))}</p>`;
}

function commentHtml(comment: PageComment, targets: LinkTargets) {
  const { author, createdAt, storage, selection, isResolved, isReply } = comment;
  const day = createdAt == null ? undefined : new Date(createdAt).toISOString().slice(0, 10);
  const who = [`${isReply ? "Reply" : "Comment"} by ${author ?? "someone"}`, day, isResolved && "resolved"];
  const quote = selection ? `<blockquote><p>${escapeHtml(selection)}</p></blockquote>` : "";
  const level = isReply ? "h4" : "h3";
  const { html, leftOut } = storageToHtml(storage, targets);
  const head = escapeHtml(who.filter(Boolean).join(", "));
  return { html: `<${level}>${head}</${level}>${quote}<div>${html}</div>`, leftOut };
}
