import type * as z from "zod";
import { hasCode } from "../../errors/error-code";
import { ExpiredCursorError } from "../../errors/expired-cursor-error";
import type { Fetch } from "../../ports/fetch";
import { createGoogleFetch } from "../shared/vendors/google/create-google-fetch";
import { attachment, historyList, labelList, namedThread, profile, threadList } from "./schema";

const BASE = "https://gmail.googleapis.com/gmail/v1/users/me";

export interface GmailClient {
  profile(signal: AbortSignal): Promise<z.infer<typeof profile>>;
  threads(
    request: { readonly q: string; readonly pageSize: number; readonly page?: string | undefined },
    signal: AbortSignal,
  ): Promise<z.infer<typeof threadList>>;
  /** Returns a thread with the bodies of its messages, without attachments; only id and history id are validated. */
  thread(id: string, signal: AbortSignal): Promise<z.infer<typeof namedThread>>;
  /** Returns the content of an attachment as base64url. */
  attachment(
    place: { readonly messageId: string; readonly attachmentId: string },
    signal: AbortSignal,
  ): Promise<string>;
  /** Returns the changes after this history id. Rejects with ExpiredCursorError when Gmail no longer has them. */
  history(
    request: { readonly since: string; readonly page?: string | undefined },
    signal: AbortSignal,
  ): Promise<z.infer<typeof historyList>>;
  labels(signal: AbortSignal): Promise<z.infer<typeof labelList>["labels"]>;
}

export function createGmailClient(api: Fetch): GmailClient {
  const googleFetch = createGoogleFetch(api, "Gmail");
  return {
    profile: (signal) => googleFetch.json({ url: `${BASE}/profile` }, profile, signal),
    threads: ({ q, pageSize, page }, signal) => {
      const query = { q, maxResults: pageSize, pageToken: page };
      return googleFetch.json({ url: `${BASE}/threads`, query }, threadList, signal);
    },
    thread: (id, signal) => {
      const url = `${BASE}/threads/${encodeURIComponent(id)}`;
      return googleFetch.json({ url, query: { format: "full" } }, namedThread, signal);
    },
    attachment: async ({ messageId, attachmentId }, signal) => {
      const [message, file] = [messageId, attachmentId].map(encodeURIComponent);
      const url = `${BASE}/messages/${message}/attachments/${file}`;
      return (await googleFetch.json({ url }, attachment, signal)).data;
    },
    history: async ({ since, page }, signal) => {
      const historyTypes = ["messageAdded", "messageDeleted", "labelAdded", "labelRemoved"];
      const query = { startHistoryId: since, historyTypes, maxResults: 100, pageToken: page };
      try {
        return await googleFetch.json({ url: `${BASE}/history`, query }, historyList, signal);
      } catch (cause) {
        if (!hasCode(cause, "not-found")) throw cause;
        throw new ExpiredCursorError("Cannot go on reading Gmail: its history does not go back so far", {
          cause,
        });
      }
    },
    labels: async (signal) => (await googleFetch.json({ url: `${BASE}/labels` }, labelList, signal)).labels,
  };
}
