import * as z from "zod";
import { isoTime, optional, validOnes } from "../shared/parse/reply-fields";

/** Absent for deleted accounts. */
const person = optional(z.object({ login: z.string() }));
const time = isoTime;
/** An Enterprise server may have any host, but opening a page must not run code. */
const page = z.url({ protocol: /^https?$/ });

export const account = z.object({ id: z.number(), login: z.string() });

export const repository = z.object({
  full_name: z.string(),
  default_branch: optional(z.string()),
  fork: optional(z.boolean()),
  has_discussions: optional(z.boolean()),
  /** Null before the first push. */
  pushed_at: optional(time),
});

/** The fields that place an issue in a list, even when the rest cannot be read. */
export const listedIssue = z.object({ number: z.number(), updated_at: time });

const label = z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]);

export const issue = listedIssue.extend({
  title: z.string().min(1),
  html_url: page,
  created_at: time,
  body: optional(z.string()),
  user: person,
  state: optional(z.string()),
  /** Why it was closed: `completed`, `not_planned`, `duplicate`. */
  state_reason: optional(z.string()),
  closed_at: optional(time),
  closed_by: person,
  draft: optional(z.boolean()),
  type: optional(z.object({ name: z.string() })),
  labels: optional(validOnes(label)),
  assignees: optional(validOnes(z.object({ login: z.string() }))),
  milestone: optional(z.object({ title: z.string(), due_on: optional(z.string()) })),
  comments: optional(z.number()),
  sub_issues_summary: optional(z.object({ total: z.number() })),
  parent_issue_url: optional(z.string()),
  /** Present on pull requests. */
  pull_request: optional(z.object({ merged_at: optional(z.string()) })),
  /** `…/repos/{owner}/{repo}`: its current repository. */
  repository_url: z.string(),
});
export type GitHubIssue = z.infer<typeof issue>;

/** Another issue or pull request, as an event or a list of sub-issues names it. */
export const relatedIssue = z.object({
  number: z.number(),
  title: optional(z.string()),
  state: optional(z.string()),
  repository_url: optional(z.string()),
  pull_request: optional(z.object({ merged_at: optional(z.string()) })),
});
export type RelatedGitHubIssue = z.infer<typeof relatedIssue>;

/** An event of an issue's history; comments and reviews are read by themselves. */
export const timelineEvent = z.object({
  event: z.string(),
  actor: person,
  commit_id: optional(z.string()),
  source: optional(z.object({ issue: optional(relatedIssue) })),
  rename: optional(z.object({ from: z.string() })),
});
export type TimelineEvent = z.infer<typeof timelineEvent>;

const remark = z.object({ html_url: page, body: optional(z.string()), user: person });
export const comment = remark.extend({ created_at: time });
export type GitHubComment = z.infer<typeof comment>;
/** Absent before it is submitted; then it is visible to its author alone. */
export const review = remark.extend({ state: z.string(), submitted_at: optional(time) });
export type Review = z.infer<typeof review>;
export const reviewComment = comment.extend({
  path: z.string(),
  /** Null when the line is no longer in the diff. */
  line: optional(z.number()),
  original_line: optional(z.number()),
  start_line: optional(z.number()),
  /** The lines of the diff up to the one it is about. */
  diff_hunk: optional(z.string()),
  in_reply_to_id: optional(z.number()),
});
export type ReviewComment = z.infer<typeof reviewComment>;

export const release = z.object({
  id: z.number(),
  html_url: page,
  tag_name: z.string(),
  name: optional(z.string()),
  body: optional(z.string()),
  draft: optional(z.boolean()),
  prerelease: optional(z.boolean()),
  created_at: time,
  published_at: optional(time),
  updated_at: optional(time),
  author: person,
  assets: optional(validOnes(z.object({ name: z.string() }))),
});
export type Release = z.infer<typeof release>;

export const gitTree = z.object({ tree: z.array(z.unknown()), truncated: optional(z.boolean()) });

export const treeEntry = z.object({
  path: z.string(),
  /** `100644` and `100755` are files, `120000` is a symbolic link. */
  mode: z.string(),
  type: z.string(),
  sha: z.string(),
  size: optional(z.number()),
});
export type TreeEntry = z.infer<typeof treeEntry>;

/** Base64 with line breaks. */
export const blob = z.object({ content: z.string(), encoding: z.string() });

export const commit = z.object({
  commit: z.object({
    author: optional(z.object({ name: optional(z.string()), date: optional(time) })),
    committer: optional(z.object({ date: optional(time) })),
  }),
});
export type Commit = z.infer<typeof commit>;

export const searchResult = z.object({ items: z.array(z.unknown()) });
export const errorReply = z.object({ message: z.string() });
