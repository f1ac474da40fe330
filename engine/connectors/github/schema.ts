import * as z from "zod";
import { isoTime } from "../shared/parse/reply-fields";

/** Absent for deleted accounts. */
const person = z.object({ login: z.string() }).nullish();
const time = isoTime;
/** An Enterprise server may have any host, but opening a page must not run code. */
const page = z.url({ protocol: /^https?$/ });

export const account = z.object({ id: z.number(), login: z.string() });

export const repository = z.object({
  full_name: z.string(),
  default_branch: z.string().optional(),
  fork: z.boolean().optional(),
  /** Null before the first push. */
  pushed_at: time.nullish(),
});

/** The fields that place an issue in a list, even when the rest cannot be read. */
export const listedIssue = z.object({ number: z.number(), updated_at: time });

export const issue = listedIssue.extend({
  title: z.string().min(1),
  html_url: page,
  created_at: time,
  body: z.string().nullish(),
  user: person,
  state: z.string().optional(),
  labels: z.array(z.union([z.string(), z.object({ name: z.string().nullish() })])).optional(),
  assignees: z.array(person).nullish(),
  milestone: z.object({ title: z.string() }).nullish(),
  comments: z.number().optional(),
  /** Present on pull requests. */
  pull_request: z.object({ merged_at: z.string().nullish() }).nullish(),
  /** `…/repos/{owner}/{repo}`: its current repository. */
  repository_url: z.string(),
});
export type GitHubIssue = z.infer<typeof issue>;

const remark = z.object({ html_url: page, body: z.string().nullish(), user: person });
export const comment = remark.extend({ created_at: time });
export type GitHubComment = z.infer<typeof comment>;
/** Absent before it is submitted; then it is visible to its author alone. */
export const review = remark.extend({ state: z.string(), submitted_at: time.optional() });
export type Review = z.infer<typeof review>;
export const reviewComment = comment.extend({ path: z.string() });
export type ReviewComment = z.infer<typeof reviewComment>;

export const gitTree = z.object({
  tree: z.array(
    z.object({
      path: z.string(),
      /** `100644` and `100755` are files, `120000` is a symbolic link. */
      mode: z.string(),
      type: z.string(),
      sha: z.string(),
      size: z.number().optional(),
    }),
  ),
  truncated: z.boolean().optional(),
});
export type TreeEntry = z.infer<typeof gitTree>["tree"][number];

/** Base64 with line breaks. */
export const blob = z.object({ content: z.string(), encoding: z.string() });

export const commit = z.object({
  commit: z.object({
    author: z.object({ name: z.string().optional(), date: time.optional() }).nullish(),
    committer: z.object({ date: time.optional() }).nullish(),
  }),
});
export type Commit = z.infer<typeof commit>;

export const searchResult = z.object({ items: z.array(z.unknown()) });
export const errorReply = z.object({ message: z.string() });
