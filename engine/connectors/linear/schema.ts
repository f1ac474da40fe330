import * as z from "zod";
import { parseLeniently } from "../shared/parse/parse-leniently";
import { sanitiseLink } from "../shared/parse/sanitise-link";

/** Base address of Linear's pages. */
export const SITE = "https://linear.app/";
const url = z
  .string()
  .nullish()
  .transform((link) => sanitiseLink(link, ["linear.app"], SITE));
const time = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const text = z.string().nullish();
const named = z.object({ name: z.string() }).nullish();
const user = z.object({ name: z.string(), displayName: text }).nullish();
/** A list that is included up to a number of entries. */
const some = <Entry extends z.ZodType>(entry: Entry) =>
  z
    .object({
      nodes: z.array(entry).nullish(),
      pageInfo: z.object({ hasNextPage: z.boolean().nullish() }).nullish(),
    })
    .nullish();
const issueName = z.object({ identifier: z.string(), title: text });
const link = z.object({ title: text, label: text, subtitle: text, url: text });
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
  project: z.unknown(),
  projectUpdate: z.unknown(),
  initiativeUpdate: z.unknown(),
  documentContent: z.object({ document: z.unknown() }).nullish().catch(undefined),
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

/** What is known of an item's comments. */
export interface LinearComments {
  readonly nodes: readonly LinearComment[];
  /** How many could not be read. */
  readonly unread: number;
  readonly hasMore: boolean;
}

/** A comment that cannot be read is counted; its item is delivered without it. */
export function parseComments(nodes: readonly unknown[]): Omit<LinearComments, "hasMore"> {
  const parsed = nodes.flatMap((node) => parseLeniently(comment, node).data ?? []);
  return { nodes: parsed, unread: nodes.length - parsed.length };
}

const comments = z
  .object({
    nodes: rawNodes,
    pageInfo: z.object({ hasNextPage: z.boolean().nullish() }).nullish(),
  })
  .transform(
    ({ nodes, pageInfo }): LinearComments => ({
      ...parseComments(nodes),
      hasMore: pageInfo?.hasNextPage === true,
    }),
  )
  .nullish();

const item = { id: z.string(), url, createdAt: time, updatedAt: time };

export const issue = z.object({
  ...item,
  identifier: z.string(),
  title: z.string(),
  description: text,
  dueDate: text,
  priorityLabel: text,
  estimate: z.number().nullish(),
  completedAt: text,
  canceledAt: text,
  team: named,
  project: named,
  projectMilestone: named,
  cycle: z.object({ number: z.number().nullish(), name: text, startsAt: text, endsAt: text }).nullish(),
  parent: issueName.nullish(),
  state: named,
  creator: user,
  assignee: user,
  delegate: user,
  externalUserCreator: named,
  botActor: z.object({ name: text }).nullish(),
  labels: some(z.object({ name: z.string() })),
  children: some(issueName.extend({ state: named })),
  relations: some(z.object({ type: text, relatedIssue: issueName })),
  inverseRelations: some(z.object({ type: text, issue: issueName })),
  attachments: some(link),
  comments,
});
export type LinearIssue = z.infer<typeof issue>;

const update = { ...item, body: z.string(), health: text, user, diffMarkdown: text, comments };

export const projectUpdate = z.object({ ...update, project: named });
export const initiativeUpdate = z.object({ ...update, initiative: named });
/** A status update of a project or an initiative. */
export type StatusUpdate = z.infer<typeof projectUpdate> & z.infer<typeof initiativeUpdate>;

export const linearDocument = z.object({
  ...item,
  title: z.string(),
  content: text,
  creator: user,
  updatedBy: user,
  project: named,
  initiative: named,
  team: named,
  cycle: z.object({ number: z.number().nullish(), name: text }).nullish(),
  issue: issueName.nullish(),
  comments,
});
export type LinearDocument = z.infer<typeof linearDocument>;

const plan = {
  ...item,
  name: z.string(),
  description: text,
  content: text,
  targetDate: text,
  completedAt: text,
  health: text,
  creator: user,
  labels: some(z.object({ name: z.string() })),
  comments,
};

export const project = z.object({
  ...plan,
  startDate: text,
  canceledAt: text,
  priorityLabel: text,
  progress: z.number().nullish(),
  status: named,
  lead: user,
  members: some(user.unwrap().unwrap()),
  teams: some(z.object({ name: z.string() })),
  initiatives: some(z.object({ name: z.string() })),
  projectMilestones: some(z.object({ name: z.string(), description: text, targetDate: text, status: text })),
  relations: some(z.object({ type: text, relatedProject: z.object({ name: z.string() }) })),
  inverseRelations: some(z.object({ type: text, project: z.object({ name: z.string() }) })),
  externalLinks: some(link),
  attachments: some(link),
});
export type LinearProject = z.infer<typeof project>;

export const initiative = z.object({
  ...plan,
  startedAt: text,
  status: text,
  owner: user,
  leadTeam: named,
  parentInitiative: named,
  projects: some(z.object({ name: z.string() })),
  links: some(link),
});
export type LinearInitiative = z.infer<typeof initiative>;

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
    projects: list,
    initiatives: list,
    initiativeUpdates: list,
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
