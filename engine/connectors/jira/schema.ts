import * as z from "zod";
import { isoTime, optional, validOnes } from "../shared/parse/reply-fields";

/** A person of either edition: the cloud has account ids, Data Center user names and keys. */
const person = optional(
  z.object({
    displayName: optional(z.string()),
    accountId: optional(z.string()),
    name: optional(z.string()),
    key: optional(z.string()),
  }),
);

const named = optional(z.object({ name: optional(z.string()) }));
const namedOnes = optional(validOnes(z.object({ name: z.string() })));

/** Another issue, as its relations name it. */
const relatedIssue = z.object({
  key: z.string(),
  fields: optional(z.object({ summary: optional(z.string()), status: named, issuetype: named })),
});

export type RelatedIssue = z.infer<typeof relatedIssue>;

const issueLink = z.object({
  type: optional(z.object({ inward: optional(z.string()), outward: optional(z.string()) })),
  inwardIssue: optional(relatedIssue),
  outwardIssue: optional(relatedIssue),
});

export type IssueLink = z.infer<typeof issueLink>;

/** A number or a text, as text: ids of attachments are numbers in lists. */
const id = z.union([z.string(), z.number()]).transform(String);

export const attachmentSchema = z.object({
  id,
  filename: z.string(),
  created: optional(isoTime),
  size: optional(z.number()),
  mimeType: optional(z.string()),
  author: person,
});

export type JiraAttachment = z.infer<typeof attachmentSchema>;

/**
 * The fields of an issue, in both editions. Times become milliseconds since the epoch. All other fields stay as they
 * are; `read-field.ts` reads them.
 */
export const issueSchema = z.object({
  id: z.string(),
  key: z.string(),
  /** Names of all fields by their keys. */
  names: optional(z.record(z.string(), z.unknown())),
  fields: z.looseObject({
    summary: z.string(),
    updated: isoTime,
    created: optional(isoTime),
    /** The Atlassian Document Format in the cloud, wiki markup on Data Center. */
    description: z.unknown().optional(),
    issuetype: named,
    status: named,
    resolution: named,
    resolutiondate: optional(z.string()),
    priority: named,
    project: named,
    labels: optional(validOnes(z.string())),
    components: namedOnes,
    versions: namedOnes,
    fixVersions: namedOnes,
    duedate: optional(z.string()),
    security: named,
    assignee: person,
    reporter: person,
    creator: person,
    parent: optional(relatedIssue),
    subtasks: optional(validOnes(relatedIssue)),
    issuelinks: optional(validOnes(issueLink)),
    timetracking: optional(
      z.object({
        originalEstimate: optional(z.string()),
        remainingEstimate: optional(z.string()),
        timeSpent: optional(z.string()),
      }),
    ),
    attachment: optional(z.array(z.unknown())),
    comment: optional(z.object({ comments: z.array(z.unknown()), total: optional(z.number()) })),
    worklog: optional(z.object({ worklogs: z.array(z.unknown()), total: optional(z.number()) })),
  }),
});

export type JiraIssue = z.infer<typeof issueSchema>;

/** Fields that a person does not read at Jira: counters, sums and dates of the program's own. */
export const IGNORED_FIELDS: readonly string[] = [
  ..."votes watches workratio lastViewed statuscategorychangedate statusCategory progress aggregateprogress".split(
    " ",
  ),
  ..."aggregatetimeoriginalestimate aggregatetimeestimate aggregatetimespent timeoriginalestimate".split(" "),
  ..."timeestimate timespent thumbnail issuerestriction archiveddate archivedby".split(" "),
];

/** For the `fields` parameter: custom fields differ between sites, so all are requested. */
export const ISSUE_FIELDS = ["*all", "-watches", "-votes", "-thumbnail", "-lastViewed"].join(",");

export const commentSchema = z.object({
  id: z.string(),
  created: isoTime,
  author: person,
  body: z.unknown().optional(),
});

export type JiraComment = z.infer<typeof commentSchema>;

export const worklogSchema = z.object({
  id: z.string(),
  started: isoTime,
  author: person,
  timeSpent: optional(z.string()),
  comment: z.unknown().optional(),
});

export type JiraWorklog = z.infer<typeof worklogSchema>;

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
  names: optional(z.record(z.string(), z.unknown())),
});

export const commentPage = z.object({ comments: z.array(z.unknown()), total: z.number().nullish() });

export const worklogPage = z.object({ worklogs: z.array(z.unknown()), total: z.number().nullish() });

export const userSchema = z.object({ displayName: optional(z.string()) });

export const serverInfo = z.object({ baseUrl: z.string() });
