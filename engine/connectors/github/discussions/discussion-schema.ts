import * as z from "zod";
import { isoTime, optional } from "../../shared/parse/reply-fields";

const url = z.url({ protocol: /^https?$/ });
const person = optional(z.object({ login: z.string() }));

const reply = z.object({ url, body: optional(z.string()), createdAt: isoTime, author: person });

const repliesOf = optional(z.object({ totalCount: optional(z.number()), nodes: z.array(z.unknown()) }));

export const discussionReply = reply;
export const discussionComment = reply.extend({ isAnswer: optional(z.boolean()), replies: repliesOf });
export type DiscussionComment = z.infer<typeof discussionComment>;

/** The fields that place a discussion in a list, even when the rest cannot be read. */
export const listedDiscussion = z.object({ number: z.number(), updatedAt: isoTime });

export const discussion = listedDiscussion.extend({
  title: z.string().min(1),
  url,
  body: optional(z.string()),
  createdAt: isoTime,
  closed: optional(z.boolean()),
  stateReason: optional(z.string()),
  isAnswered: optional(z.boolean()),
  author: person,
  category: optional(z.object({ name: z.string() })),
  labels: optional(z.object({ nodes: z.array(z.unknown()) })),
  comments: repliesOf,
});
export type Discussion = z.infer<typeof discussion>;

export const discussionPage = z.object({
  repository: z.object({
    discussions: z.object({
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: optional(z.string()) }),
      nodes: z.array(z.unknown()),
    }),
  }),
});

export const singleDiscussion = z.object({ repository: z.object({ discussion: z.unknown() }) });

const FIELDS = `number title url body createdAt updatedAt closed stateReason isAnswered
  author { login } category { name } labels(first: 20) { nodes { name } }
  comments(first: 100) { totalCount nodes {
    url body createdAt isAnswer author { login }
    replies(first: 30) { totalCount nodes { url body createdAt author { login } } }
  } }`;

/** Newest update first. */
export const LIST_QUERY = `query ($owner: String!, $name: String!, $first: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    discussions(first: $first, after: $after, orderBy: { field: UPDATED_AT, direction: DESC }) {
      pageInfo { hasNextPage endCursor } nodes { ${FIELDS} } } } }`;

export const IDS_QUERY = `query ($owner: String!, $name: String!, $first: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    discussions(first: $first, after: $after, orderBy: { field: CREATED_AT, direction: ASC }) {
      pageInfo { hasNextPage endCursor } nodes { number updatedAt } } } }`;

export const SINGLE_QUERY = `query ($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) { discussion(number: $number) { ${FIELDS} } } }`;
