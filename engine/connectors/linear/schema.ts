import * as z from "zod";
import { sanitiseLink } from "../shared/parse/sanitise-link";

/** Base address of Linear's pages. */
export const SITE = "https://linear.app/";
const url = z.string().transform((link) => sanitiseLink(link, ["linear.app"], SITE));
const time = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const text = z.string().nullish();
const named = z.object({ name: z.string() }).nullish();
const user = z.object({ name: z.string(), displayName: text }).nullish();
/** Items are validated one by one, so that a malformed one does not lose the others. */
const rawNodes = z.array(z.unknown());

/** The fields that show whether an item is new; part of lists and of full items. */
export const stamp = z.object({
  id: z.string(),
  updatedAt: time,
  archivedAt: text,
  trashed: z.boolean().nullish(),
  comments: z.object({ nodes: z.array(z.object({ updatedAt: time })) }).nullish(),
});
export type Stamp = z.infer<typeof stamp>;

/** An item in a list of ids. */
export const listedId = stamp.pick({ id: true, trashed: true, archivedAt: true });

/** The field without which an item cannot be named in a failure. */
export const looseStamp = z.object({ id: z.string() });

/** An entry in the list of comments; only its parent is used. */
export const commentStamp = z.object({
  updatedAt: time,
  issue: z.unknown(),
  projectUpdate: z.unknown(),
});

export const comment = z.object({
  id: z.string(),
  body: z.string(),
  quotedText: text,
  createdAt: time,
  updatedAt: time,
  url,
  user,
  externalUser: named,
  botActor: z.object({ name: text }).nullish(),
});
export type LinearComment = z.infer<typeof comment>;

/** A malformed comment is left out; its issue is delivered without it. */
const comments = z
  .object({
    nodes: rawNodes.transform((nodes) => nodes.flatMap((node) => comment.safeParse(node).data ?? [])),
    pageInfo: z.object({ hasNextPage: z.boolean() }).nullish(),
  })
  .nullish();

export const issue = z.object({
  id: z.string(),
  identifier: z.string(),
  title: z.string(),
  description: text,
  url,
  createdAt: time,
  updatedAt: time,
  dueDate: text,
  priorityLabel: text,
  team: z.object({ name: z.string() }).nullish(),
  project: named,
  state: named,
  creator: user,
  assignee: user,
  externalUserCreator: named,
  botActor: z.object({ name: text }).nullish(),
  labels: z.object({ nodes: z.array(z.object({ name: z.string() })) }).nullish(),
  comments,
});
export type LinearIssue = z.infer<typeof issue>;

export const projectUpdate = z.object({
  id: z.string(),
  body: z.string(),
  health: text,
  url,
  createdAt: time,
  updatedAt: time,
  user,
  project: named,
  comments,
});
export type ProjectUpdate = z.infer<typeof projectUpdate>;

export const linearDocument = z.object({
  id: z.string(),
  title: z.string(),
  content: text,
  url,
  createdAt: time,
  updatedAt: time,
  creator: user,
  project: named,
  initiative: named,
  issue: z.object({ identifier: z.string(), title: z.string() }).nullish(),
});
export type LinearDocument = z.infer<typeof linearDocument>;

const list = z
  .object({
    nodes: rawNodes,
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: text }).nullish(),
  })
  .optional();

/** Each query selects one list, which is the value of a field with its name. */
export const listReply = z
  .object({
    issues: list,
    comments: list,
    projectUpdates: list,
    documents: list,
    teams: list,
    issueLabels: list,
  })
  .transform((reply) => Object.values(reply).find((each) => each !== undefined));

/** A team or a label. */
export const namedNode = z.object({ name: z.string(), key: z.string().optional() });

export const searchReply = z.object({
  searchIssues: z.object({ nodes: rawNodes }),
  searchDocuments: z.object({ nodes: rawNodes }).nullish(),
});

export const whoAmIReply = z.object({
  viewer: z.object({ id: z.string(), name: z.string(), email: text }),
  organization: z.object({ name: z.string(), urlKey: z.string() }),
});

/** The envelope of every reply; errors may accompany data. */
export const graphQlReply = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.object({ code: text }).nullish() }))
    .nullish(),
});
