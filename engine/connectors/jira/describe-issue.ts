import { type FieldText, type ReadText, readField } from "./read-field";
import { IGNORED_FIELDS, type IssueLink, issueSchema, type JiraIssue, type RelatedIssue } from "./schema";

/** The fields of an issue as text. */
export interface IssueDescription {
  /** Short values, one line each: `- Status: To Do`. */
  readonly lines: string;
  /** Long values, each under a heading with the field's name. */
  readonly sections: readonly string[];
  /** Names of the fields whose value cannot be read as text. */
  readonly unread: readonly string[];
}

/** A longer value, or one of several lines, has a section of its own. */
const MAX_LINE_LENGTH = 200;

/** Describes an issue by all its fields, those of the site's own included. */
export function describeIssue(issue: JiraIssue, readText: ReadText): IssueDescription {
  const own = ownFields(issue, readText);
  const isLong = (value: FieldText) =>
    value !== undefined && (value.includes("\n") || value.length > MAX_LINE_LENGTH);
  const short = own.filter(([, value]) => !isLong(value));
  const lines = [...standardFields(issue), ...short]
    .filter(([, value]) => value)
    .map(([name, value]) => `- ${name}: ${value}`);
  return {
    lines: lines.join("\n"),
    sections: own.filter(([, value]) => isLong(value)).map(([name, value]) => `## ${name}\n\n${value}`),
    unread: own.filter(([, value]) => value === undefined).map(([name]) => name),
  };
}

type NamedValue = readonly [name: string, value: FieldText];

function standardFields({ key, fields }: JiraIssue): readonly NamedValue[] {
  const { parent, creator, reporter, timetracking } = fields;
  const isOwnReporter = creator?.displayName === reporter?.displayName;
  return [
    ["Issue", [key, fields.issuetype?.name].filter(Boolean).join(", ")],
    ["Status", fields.status?.name ?? ""],
    ["Resolution", resolutionOf(fields)],
    ["Priority", fields.priority?.name ?? ""],
    ["Assignee", fields.assignee?.displayName ?? ""],
    ["Created by", isOwnReporter ? "" : (creator?.displayName ?? "")],
    ["Due", fields.duedate ?? ""],
    ["Labels", fields.labels?.join(", ")],
    ["Components", namesOf(fields.components)],
    ["Affects versions", namesOf(fields.versions)],
    ["Fix versions", namesOf(fields.fixVersions)],
    ["Security level", fields.security?.name ?? ""],
    ["Parent", parent ? describeRelated(parent) : ""],
    ["Sub-tasks", fields.subtasks?.map(describeRelated).join("; ")],
    ...linksOf(fields.issuelinks ?? []),
    [
      "Time",
      [
        timetracking?.originalEstimate && `${timetracking.originalEstimate} estimated`,
        timetracking?.timeSpent && `${timetracking.timeSpent} logged`,
        timetracking?.remainingEstimate && `${timetracking.remainingEstimate} remaining`,
      ]
        .filter(Boolean)
        .join(", "),
    ],
  ];
}

function resolutionOf({ resolution, resolutiondate }: JiraIssue["fields"]): string | undefined {
  if (!resolution?.name) return undefined;
  return [resolution.name, resolutiondate?.slice(0, 10)].filter(Boolean).join(", ");
}

function namesOf(all: readonly { readonly name: string }[] | null | undefined): string | undefined {
  return all?.map(({ name }) => name).join(", ");
}

function describeRelated({ key, fields }: RelatedIssue): string {
  const details = [fields?.issuetype?.name, fields?.status?.name].filter(Boolean).join(", ");
  return [key, fields?.summary, details && `(${details})`].filter(Boolean).join(" ");
}

/** The links of an issue by their relation: `Blocks: EX-2 Till (Done)`. */
function linksOf(links: readonly IssueLink[]): readonly NamedValue[] {
  const byRelation = new Map<string, string[]>();
  for (const { type, inwardIssue, outwardIssue } of links) {
    const ends = [
      [type?.outward, outwardIssue],
      [type?.inward, inwardIssue],
    ] as const;
    for (const [relation, issue] of ends) {
      if (!issue) continue;
      const name = capitalise(relation || "linked to");
      byRelation.set(name, [...(byRelation.get(name) ?? []), describeRelated(issue)]);
    }
  }
  return [...byRelation].map(([relation, issues]) => [relation, issues.join("; ")]);
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const STANDARD_FIELDS: ReadonlySet<string> = new Set([
  ...Object.keys(issueSchema.shape.fields.shape),
  ...IGNORED_FIELDS,
]);

/** The fields that only this site has, and those that Jira adds later, in Jira's order. */
function ownFields({ fields, names }: JiraIssue, readText: ReadText): readonly NamedValue[] {
  return Object.entries(fields).flatMap(([key, value]): NamedValue[] => {
    const name = STANDARD_FIELDS.has(key) ? undefined : nameOf(key, names);
    return name === undefined ? [] : [[name, readField(value, readText)]];
  });
}

/** The name of a field as the site shows it; undefined for what is no field. */
function nameOf(key: string, names: JiraIssue["names"]): string | undefined {
  const name = names?.[key];
  if (/^customfield_\d+$/.test(key)) return typeof name === "string" && name !== "" ? name : key;
  // Jira's own fields are named by their keys: "fixVersions" is "Fix versions".
  return typeof name === "string" && lettersOf(name) === lettersOf(key) ? name : undefined;
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, "");
}
