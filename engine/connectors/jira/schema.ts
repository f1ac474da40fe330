import * as z from "zod";
import { isoTime, optional } from "../shared/parse/reply-fields";

const person = optional(z.object({ displayName: optional(z.string()) }));
const named = optional(z.object({ name: optional(z.string()) }));

/** The fields of an issue, in both editions. Times become milliseconds since the epoch. */
export const issueSchema = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.object({
    summary: z.string(),
    updated: isoTime,
    created: optional(isoTime),
    /** The Atlassian Document Format in the cloud, wiki markup on Data Center. */
    description: z.unknown().optional(),
    issuetype: named,
    status: named,
    priority: named,
    project: named,
    labels: optional(z.array(z.string())),
    assignee: person,
    reporter: person,
    parent: optional(
      z.object({ key: z.string(), fields: optional(z.object({ summary: optional(z.string()) })) }),
    ),
    attachment: optional(z.array(z.object({ filename: optional(z.string()) }))),
    comment: optional(z.object({ comments: z.array(z.unknown()), total: optional(z.number()) })),
  }),
});

export type JiraIssue = z.infer<typeof issueSchema>;

/** The fields of the schema, for the `fields` parameter. */
export const ISSUE_FIELDS = Object.keys(issueSchema.shape.fields.shape).join(",");

export const commentSchema = z.object({
  id: z.string(),
  created: isoTime,
  author: person,
  body: z.unknown().optional(),
});

export type JiraComment = z.infer<typeof commentSchema>;

/** The fields that a ledger row of a failure needs. */
export const looseIssueSchema = z.object({
  id: z.string(),
  key: optional(z.string()),
  fields: optional(z.object({ summary: optional(z.string()), updated: optional(isoTime) })),
});

/** Cloud: `nextPageToken`, absent on the last page. Data Center: `startAt` and `total`. */
export const issuePage = z.object({
  issues: z.array(z.unknown()),
  nextPageToken: z.string().nullish(),
  total: z.number().nullish(),
});

export const commentPage = z.object({ comments: z.array(z.unknown()), total: z.number().nullish() });

export const serverInfo = z.object({ baseUrl: z.string() });
