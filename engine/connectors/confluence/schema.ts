import * as z from "zod";
import { isoTime, optional, validOnes } from "../shared/parse/reply-fields";

const links = optional(z.object({ webui: optional(z.string()) }));
const body = optional(z.object({ storage: optional(z.object({ value: optional(z.string()) })) }));

const label = z.object({ name: z.string() });
const labelList = optional(z.object({ results: validOnes(label) }));

/** A page or blog post of version 2 (cloud). Times become milliseconds since the epoch. */
export const cloudContent = z.object({
  id: z.string(),
  title: z.string(),
  version: z.object({ number: z.number(), createdAt: isoTime, authorId: optional(z.string()) }),
  spaceId: optional(z.string()),
  parentId: optional(z.string()),
  parentType: optional(z.string()),
  authorId: optional(z.string()),
  createdAt: optional(isoTime),
  body,
  _links: links,
});

export type CloudContent = z.infer<typeof cloudContent>;

const person = optional(z.object({ displayName: optional(z.string()) }));

/** A page or blog post of version 1 (Data Center). */
export const serverContent = z.object({
  id: z.string(),
  type: z.enum(["page", "blogpost"]),
  title: z.string(),
  version: z.object({ number: z.number(), when: isoTime, by: person }),
  space: optional(z.object({ key: z.string(), name: optional(z.string()) })),
  ancestors: optional(validOnes(z.object({ title: optional(z.string()) }))),
  metadata: optional(z.object({ labels: labelList })),
  history: optional(z.object({ createdDate: optional(isoTime), createdBy: person })),
  body,
  _links: links,
});

export type ServerContent = z.infer<typeof serverContent>;

/** The fields that a ledger row of a failure needs. */
export const looseContent = z.object({
  id: z.string(),
  type: optional(z.string()),
  title: optional(z.string()),
  version: optional(
    z.object({ number: optional(z.number()), createdAt: optional(isoTime), when: optional(isoTime) }),
  ),
  _links: links,
});

export const contentPage = z.object({
  results: z.array(z.unknown()),
  _links: optional(z.object({ next: optional(z.string()), base: optional(z.string()) })),
  /** Version 1 only: offset of this page, and the total number of contents. */
  start: optional(z.number()),
  totalSize: optional(z.number()),
});

export const spacePage = z.object({
  results: validOnes(z.object({ id: z.string(), key: z.string(), name: optional(z.string()) })),
});

export const userPage = z.object({
  results: validOnes(
    z.object({
      accountId: optional(z.string()),
      displayName: optional(z.string()),
      publicName: optional(z.string()),
    }),
  ),
});

export const searchPage = z.object({
  results: validOnes(
    z.object({ content: optional(z.object({ id: z.string(), type: optional(z.string()) })) }),
  ),
});

/** Labels of one page of version 2. */
export const labelledContent = z.object({ labels: labelList });

/** A comment of version 2. Inline comments have the words they are about. */
export const cloudComment = z.object({
  id: z.string(),
  pageId: optional(z.string()),
  blogPostId: optional(z.string()),
  version: optional(z.object({ createdAt: optional(isoTime), authorId: optional(z.string()) })),
  resolutionStatus: optional(z.string()),
  properties: optional(z.object({ inlineOriginalSelection: optional(z.string()) })),
  body,
});

export type CloudComment = z.infer<typeof cloudComment>;

/** An attachment of version 2. */
export const cloudAttachment = z.object({
  id: z.string(),
  title: z.string(),
  mediaType: optional(z.string()),
  fileSize: optional(z.number()),
});

/** A comment of version 1, with the comments above it. */
export const serverComment = z.object({
  id: z.string(),
  history: optional(z.object({ createdDate: optional(isoTime), createdBy: person })),
  version: optional(z.object({ when: optional(isoTime), by: person })),
  ancestors: optional(z.array(z.unknown())),
  extensions: optional(
    z.object({
      inlineProperties: optional(z.object({ originalSelection: optional(z.string()) })),
      resolution: optional(z.object({ status: optional(z.string()) })),
    }),
  ),
  container: optional(
    z.object({ id: z.union([z.string(), z.number()]).transform(String), type: optional(z.string()) }),
  ),
  body,
});

export type ServerComment = z.infer<typeof serverComment>;

/** An attachment of version 1. */
export const serverAttachment = z.object({
  id: z.string(),
  title: z.string(),
  version: optional(z.object({ number: optional(z.number()), when: optional(isoTime), by: person })),
  metadata: optional(z.object({ mediaType: optional(z.string()) })),
  extensions: optional(z.object({ fileSize: optional(z.number()), mediaType: optional(z.string()) })),
  _links: optional(z.object({ webui: optional(z.string()), download: optional(z.string()) })),
});

export type ServerAttachment = z.infer<typeof serverAttachment>;

export const serverUser = z.object({ displayName: optional(z.string()) });
