import * as z from "zod";

const header = z.object({ name: z.string(), value: z.string() });

/** Deeper nesting would exhaust the call stack. */
const MAX_DEPTH = 50;

/** A part of a message; containers have parts, others a body. */
export interface MessagePart {
  readonly mimeType?: string | undefined;
  readonly filename?: string | undefined;
  readonly headers?: readonly z.infer<typeof header>[] | undefined;
  /** base64url; absent for attachments. */
  readonly body?: { readonly data?: string | undefined } | undefined;
  readonly parts?: readonly MessagePart[] | undefined;
}

function messagePart(levels: number): z.ZodType<MessagePart> {
  return z.object({
    mimeType: z.string().optional(),
    filename: z.string().optional(),
    headers: z.array(header).optional(),
    body: z.object({ data: z.string().optional() }).optional(),
    parts: z.array(levels > 0 ? messagePart(levels - 1) : z.never()).optional(),
  });
}

const message = z.object({
  id: z.string(),
  /** Milliseconds since the epoch, as a string of digits. */
  internalDate: z.string().regex(/^\d+$/),
  labelIds: z.array(z.string()).default([]),
  payload: messagePart(MAX_DEPTH),
});

export type GmailMessage = z.infer<typeof message>;

/** A conversation, oldest message first. */
export const thread = z.object({
  id: z.string(),
  historyId: z.string(),
  messages: z.array(message).min(1),
});

export type GmailThread = z.infer<typeof thread>;

/** The fields that identify a thread. */
export const namedThread = z.looseObject({ id: z.string(), historyId: z.string() });

export const threadList = z.object({
  threads: z.array(z.object({ id: z.string(), historyId: z.string() })).default([]),
  nextPageToken: z.string().optional(),
});

const touched = z.array(
  z.object({
    message: z.object({ threadId: z.string() }),
    /** For changes of labels: those added or removed. */
    labelIds: z.array(z.string()).optional(),
  }),
);

const historyRecord = z.object({
  messagesAdded: touched.optional(),
  messagesDeleted: touched.optional(),
  labelsAdded: touched.optional(),
  labelsRemoved: touched.optional(),
});

export type HistoryRecord = z.infer<typeof historyRecord>;

export const historyList = z.object({
  history: z.array(historyRecord).default([]),
  historyId: z.string(),
  nextPageToken: z.string().optional(),
});

export const profile = z.object({ emailAddress: z.string(), historyId: z.string() });

export const labelList = z.object({
  labels: z.array(z.object({ id: z.string(), name: z.string() })).default([]),
});
