import type * as z from "zod";
import type { ItemFailure } from "../../model/pull-page";
import { lostFields } from "../shared/parse/lost-fields";
import { parseItems } from "../shared/parse/parse-items";
import { toUnidentified } from "../shared/parse/unidentified";
import { issueSchema, type JiraIssue, looseIssueSchema } from "./schema";

/** An issue of a list: parsed, or a failure. */
export interface ParsedIssue {
  readonly id: string;
  readonly version: string;
  /** Milliseconds since the epoch. */
  readonly updatedAt: number;
  readonly found:
    | {
        readonly issue: JiraIssue;
        /** Names of the fields that were not as documented. */
        readonly lost: readonly string[];
      }
    | { readonly failure: ItemFailure };
}

/** Item ids are Jira's own numbers, because a key changes when its issue moves to another project. */
export function itemId(issueId: string): string {
  return `issue:${issueId}`;
}

/** Parses the issues of a page of a list, newest update first, in order. */
export function parseIssues(raw: readonly unknown[], siteUrl: string): readonly ParsedIssue[] {
  return parseItems(raw, (each, neighbourTime) => parseIssue(each, { siteUrl, neighbourTime }));
}

/** `neighbourTime`: for an issue without a time, that of the issue before it. */
export function parseIssue(
  raw: unknown,
  { siteUrl, neighbourTime = Number.NaN }: { readonly siteUrl: string; readonly neighbourTime?: number },
): ParsedIssue {
  const parsed = issueSchema.safeParse(raw);
  if (parsed.success) {
    const issue = parsed.data;
    const { updated } = issue.fields;
    const lost = lostFields((raw as { fields: unknown }).fields, issue.fields, STANDARD_KEYS);
    return {
      id: itemId(issue.id),
      version: `${updated} ${issue.key}`,
      updatedAt: updated,
      found: { issue, lost },
    };
  }
  const loose = looseIssueSchema.safeParse(raw).data;
  if (loose) return toFailedIssue(loose, { error: parsed.error, siteUrl, neighbourTime });
  const failure = toUnidentified(raw, "Jira");
  return { id: failure.id, version: failure.version, updatedAt: neighbourTime, found: { failure } };
}

const STANDARD_KEYS = Object.keys(issueSchema.shape.fields.shape);

/** Ids of a list, with modification times where they were requested. */
export function parseIssueStamps(raw: readonly unknown[]): readonly { id: string; updatedAt?: number }[] {
  return raw
    .map((each) => looseIssueSchema.safeParse(each).data)
    .filter((issue) => issue !== undefined)
    .map(({ id, fields }) => ({
      id: itemId(id),
      ...(fields?.updated != null && { updatedAt: fields.updated }),
    }));
}

function toFailedIssue(
  { id, key, fields }: z.infer<typeof looseIssueSchema>,
  { error, siteUrl, neighbourTime }: { error: z.ZodError; siteUrl: string; neighbourTime: number },
): ParsedIssue {
  const name = key ?? id;
  const invalidField = error.issues[0]?.path.join(".") ?? "";
  const version = `unread ${fields?.updated ?? ""}`;
  const failure: ItemFailure = {
    id: itemId(id),
    title: fields?.summary ?? name,
    url: `${siteUrl}/browse/${encodeURIComponent(name)}`,
    version,
    outcome: "failed",
    code: "read-item",
    reason: `Cannot read issue ${name}: its field "${invalidField}" is not as documented`,
  };
  return { id: itemId(id), version, updatedAt: fields?.updated ?? neighbourTime, found: { failure } };
}
