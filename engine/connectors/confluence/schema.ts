import * as z from "zod";
import { isoTime, optional } from "../shared/parse/reply-fields";

const links = optional(z.object({ webui: optional(z.string()) }));
const body = optional(z.object({ storage: optional(z.object({ value: optional(z.string()) })) }));

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
  ancestors: optional(z.array(z.object({ title: optional(z.string()) }))),
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
  results: z.array(z.object({ id: z.string(), key: z.string(), name: optional(z.string()) })),
});

export const userPage = z.object({
  results: z.array(
    z.object({
      accountId: optional(z.string()),
      displayName: optional(z.string()),
      publicName: optional(z.string()),
    }),
  ),
});

export const searchPage = z.object({
  results: z.array(z.object({ content: optional(z.object({ id: z.string(), type: optional(z.string()) })) })),
});
