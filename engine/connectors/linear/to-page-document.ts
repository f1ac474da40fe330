import type { SourceDocument } from "../../model/source-document";
import { unreadNote } from "../shared/parse/parse-leniently";
import { MAX_MESSAGES } from "../shared/pull/max-messages";
import {
  dayOf,
  describeFacts,
  describeLinks,
  describeRelations,
  entriesOf,
  issueNameOf,
  moreNotes,
  paragraphs,
} from "./describe-lists";
import type { LinearComments, LinearDocument, LinearInitiative, LinearProject } from "./schema";
import {
  commentNotes,
  describeCycle,
  healthOf,
  lastUpdatedAt,
  nameOf,
  toMessage,
  versionOf,
} from "./to-document";

export function toPageDocument(page: LinearDocument, unread: readonly string[] = []): SourceDocument {
  const parent =
    page.project?.name ??
    page.initiative?.name ??
    (page.issue ? issueNameOf(page.issue) : undefined) ??
    (page.cycle ? describeCycle(page.cycle) : undefined) ??
    page.team?.name;
  return toPage(page, {
    id: `document:${page.id}`,
    title: page.title || "Untitled document",
    container: parent ? [parent] : [],
    people: [page.creator, page.updatedBy],
    text: page.content ?? "",
    notes: [unreadNote(unread)],
  });
}

export function toProjectDocument(project: LinearProject, unread: readonly string[] = []): SourceDocument {
  const names = (list: Parameters<typeof entriesOf<{ readonly name: string }>>[0]) =>
    entriesOf(list)
      .map(({ name }) => name)
      .join(", ");
  const members = entriesOf(project.members);
  const milestones = entriesOf(project.projectMilestones).map(({ name, description, targetDate, status }) => {
    const facts = [status, targetDate ? `target ${targetDate}` : undefined].filter(Boolean).join(", ");
    return paragraphs(`### Milestone ${name}${facts ? ` (${facts})` : ""}`, description);
  });
  const facts = describeFacts([
    ["Status", project.status?.name],
    ["Health", project.health ? healthOf(project.health) : undefined],
    ["Priority", project.priorityLabel],
    [
      "Progress",
      typeof project.progress === "number" ? `${Math.round(project.progress * 100)} %` : undefined,
    ],
    ["Lead", nameOf(project.lead)],
    ["Members", members.flatMap((member) => nameOf(member) ?? []).join(", ")],
    ["Teams", names(project.teams)],
    ["Initiatives", names(project.initiatives)],
    ["Labels", names(project.labels)],
    ["Start", project.startDate],
    ["Target", project.targetDate],
    ["Completed", dayOf(project.completedAt)],
    ["Cancelled", dayOf(project.canceledAt)],
  ]);
  return toPage(project, {
    id: `project:${project.id}`,
    title: project.name || "Untitled project",
    container: entriesOf(project.teams)
      .slice(0, 1)
      .map(({ name }) => name),
    people: [project.lead, project.creator, ...members],
    text: paragraphs(
      facts,
      project.description,
      project.content,
      ...milestones,
      ...describeRelations(
        entriesOf(project.relations).map(({ type, relatedProject: { name } }) => ({ type, name })),
        entriesOf(project.inverseRelations).map(({ type, project: { name } }) => ({ type, name })),
      ),
      ...describeLinks("Link", entriesOf(project.externalLinks)),
      ...describeLinks("Attached", entriesOf(project.attachments)),
    ),
    notes: [
      unreadNote(unread),
      ...moreNotes({
        members: project.members,
        teams: project.teams,
        labels: project.labels,
        initiatives: project.initiatives,
        milestones: project.projectMilestones,
        relations: project.relations,
        "relations of others": project.inverseRelations,
        links: project.externalLinks,
        attachments: project.attachments,
      }),
    ],
  });
}

export function toInitiativeDocument(
  initiative: LinearInitiative,
  unread: readonly string[] = [],
): SourceDocument {
  const projects = entriesOf(initiative.projects).map(({ name }) => name);
  const facts = describeFacts([
    ["Status", initiative.status],
    ["Health", initiative.health ? healthOf(initiative.health) : undefined],
    ["Owner", nameOf(initiative.owner)],
    ["Team", initiative.leadTeam?.name],
    ["Part of", initiative.parentInitiative?.name],
    [
      "Labels",
      entriesOf(initiative.labels)
        .map(({ name }) => name)
        .join(", "),
    ],
    ["Started", dayOf(initiative.startedAt)],
    ["Target", initiative.targetDate],
    ["Completed", dayOf(initiative.completedAt)],
  ]);
  return toPage(initiative, {
    id: `initiative:${initiative.id}`,
    // Its comments are listed apart and do not change its version.
    version: versionOf({ updatedAt: initiative.updatedAt }),
    title: initiative.name || "Untitled initiative",
    container: [],
    people: [initiative.owner, initiative.creator],
    text: paragraphs(
      facts,
      initiative.description,
      initiative.content,
      projects.length > 0 ? `Projects: ${projects.join(", ")}` : "",
      ...describeLinks("Link", entriesOf(initiative.links)),
    ),
    notes: [
      unreadNote(unread),
      ...moreNotes({ labels: initiative.labels, projects: initiative.projects, links: initiative.links }),
    ],
  });
}

interface Page {
  readonly id: string;
  readonly version?: string;
  readonly title: string;
  readonly container: readonly string[];
  readonly people: readonly LinearDocument["creator"][];
  /** Markdown. */
  readonly text: string;
  readonly notes: readonly string[];
}

interface PageItem {
  readonly url: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly comments?: LinearComments | null | undefined;
}

/** A text with its comments below. */
function toPage(item: PageItem, page: Page): SourceDocument {
  const people = [...new Set(page.people.flatMap((person) => nameOf(person) ?? []))];
  const [author] = people;
  const comments = (item.comments?.nodes ?? []).map(toMessage).toSorted((a, b) => a.sentAt - b.sentAt);
  const last = comments.slice(-MAX_MESSAGES);
  const lines = last.map(
    ({ author: by, sentAt, text }) => `${by} (${new Date(sentAt).toISOString().slice(0, 10)}): ${text}`,
  );
  const note = [
    ...page.notes,
    ...commentNotes(item.comments),
    last.length < comments.length ? `Only its last ${MAX_MESSAGES} comments are here` : "",
  ]
    .filter((sentence) => sentence !== "")
    .join("; ");
  return {
    id: page.id,
    type: "page",
    title: page.title,
    url: item.url,
    version: page.version ?? versionOf(item),
    ...(author !== undefined && { author, people }),
    container: page.container,
    createdAt: item.createdAt,
    updatedAt: lastUpdatedAt(item),
    content: {
      kind: "text",
      mediaType: "text/markdown",
      text: paragraphs(page.text, ...(lines.length > 0 ? ["## Comments", ...lines] : [])),
      ...(note !== "" && { note }),
    },
  };
}
