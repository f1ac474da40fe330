import * as z from "zod";

/** Headers without a name or value say nothing. */
const headers = z
  .array(z.object({ name: z.string().nullish(), value: z.string().nullish() }))
  .transform((all) =>
    all.flatMap(({ name, value }) => (name != null && value != null ? [{ name, value }] : [])),
  );

/** Deeper nesting would exhaust the call stack. */
const MAX_DEPTH = 50;

/** A part of a message; containers have parts, others a body. */
export interface MessagePart {
  readonly mimeType?: string | null | undefined;
  /** Empty for parts that are not attachments. */
  readonly filename?: string | null | undefined;
  readonly headers?: readonly { readonly name: string; readonly value: string }[] | null | undefined;
  readonly body?: MessageBody | null | undefined;
  readonly parts?: readonly MessagePart[] | null | undefined;
}

/** The content of a part: in `data`, or in a file of its own under `attachmentId`. */
export interface MessageBody {
  /** base64url. */
  readonly data?: string | null | undefined;
  readonly attachmentId?: string | null | undefined;
  /** In bytes. */
  readonly size?: number | null | undefined;
}

const messageBody = z.object({
  data: z.string().nullish(),
  attachmentId: z.string().nullish(),
  size: z.number().nullish(),
});

function messagePart(levels: number): z.ZodType<MessagePart> {
  return z.object({
    mimeType: z.string().nullish(),
    filename: z.string().nullish(),
    headers: headers.nullish(),
    body: messageBody.nullish(),
    parts: z.array(levels > 0 ? messagePart(levels - 1) : z.never()).nullish(),
  });
}

/** A file of a message. */
export const attachment = z.object({ data: z.string() });

const message = z.object({
  id: z.string(),
  /** Milliseconds since the epoch, as a string of digits. */
  internalDate: z.string().regex(/^\d+$/),
  labelIds: z
    .array(z.string())
    .nullish()
    .transform((ids) => ids ?? []),
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
  labels: z
    .array(z.object({ id: z.string(), name: z.string() }))
    .nullish()
    .transform((labels) => labels ?? []),
});
