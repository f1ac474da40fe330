import { hasCode } from "../../errors/error-code";
import type { GmailClient } from "./client";
import { isVisible } from "./filter";
import type { GmailThread, MessagePart } from "./schema";

/** A file of a message: its content as base64url, or in words why it was not fetched: "is larger than 10 MB". */
export type FetchedFile = { readonly data: string } | { readonly reason: string };

const MAX_FILE_BYTES = 10 * 1024 * 1024;
/** Of a conversation: its document is held in memory as a whole. */
const MAX_THREAD_BYTES = 30 * 1024 * 1024;
const MAX_FILES = 30;

/** Kinds that no converter reads. */
const UNREAD_KINDS: readonly (readonly [RegExp, string])[] = [
  [/^image\//i, "is an image"],
  [/^audio\//i, "is an audio file"],
  [/^video\//i, "is a video"],
  [/^font\//i, "is a font"],
];

/**
 * Fetches the files of a conversation's messages that Gmail keeps apart from them, by their id in the reply: attachments,
 * and texts that are long. Those beyond the limits get the reason in words.
 */
export async function fetchAttachments(
  { messages }: GmailThread,
  client: Pick<GmailClient, "attachment">,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, FetchedFile>> {
  const files = new Map<string, FetchedFile>();
  let [count, bytes] = [0, 0];
  for (const { id: messageId, payload } of messages.filter(isVisible)) {
    for (const { attachmentId, part } of filesOf(payload)) {
      const size = part.body?.size ?? 0;
      const reason = reasonToLeave(part, { count, bytes });
      if (reason === undefined) {
        files.set(attachmentId, await fetchFile({ messageId, attachmentId }, client, signal));
        [count, bytes] = [count + 1, bytes + size];
      } else files.set(attachmentId, { reason });
    }
  }
  return files;
}

interface FilePart {
  readonly attachmentId: string;
  readonly part: MessagePart;
}

/** The parts of an attached mail are in its file. */
function filesOf(part: MessagePart): readonly FilePart[] {
  const attachmentId = part.body?.attachmentId;
  if (attachmentId) return [{ attachmentId, part }];
  return (part.parts ?? []).flatMap(filesOf);
}

function reasonToLeave(
  { mimeType, body }: MessagePart,
  { count, bytes }: { readonly count: number; readonly bytes: number },
): string | undefined {
  const kind = UNREAD_KINDS.find(([pattern]) => pattern.test(mimeType ?? ""));
  if (kind) return kind[1];
  const size = body?.size ?? 0;
  if (size > MAX_FILE_BYTES) return "is larger than 10 MB";
  if (count >= MAX_FILES) return `comes after the first ${MAX_FILES} files of the conversation`;
  return bytes + size > MAX_THREAD_BYTES ? "comes after 30 MB of the conversation's files" : undefined;
}

async function fetchFile(
  place: { readonly messageId: string; readonly attachmentId: string },
  client: Pick<GmailClient, "attachment">,
  signal: AbortSignal,
): Promise<FetchedFile> {
  try {
    return { data: await client.attachment(place, signal) };
  } catch (error) {
    if (hasCode(error, "not-found")) return { reason: "is no longer in the mailbox" };
    if (hasCode(error, "read-item") || hasCode(error, "skip-item")) return { reason: "could not be fetched" };
    throw error;
  }
}
