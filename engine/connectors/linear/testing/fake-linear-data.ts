import type { Fields } from "./answer-query";

/** A second team, into which issues are moved. */
export interface FakeTeam {
  readonly key: string;
  readonly name: string;
}

export const ENGINEERING: FakeTeam = { key: "ENG", name: "Engineering" };
export const DESIGN: FakeTeam = { key: "DES", name: "Design" };

const ADA = { id: "user-ada", name: "Ada Lovelace", displayName: "ada" };
const GRACE = { id: "user-grace", name: "Grace Hopper", displayName: "grace" };

const FIRST_DAY = "2026-01-01T00:00:00.000Z";

/** An entry of a list within a record. */
const entry = (id: string, fields: object) => ({ ...fields, id, createdAt: FIRST_DAY });

export type FakeRecord = Record<string, unknown> & { readonly id: string };

/** The content of the fake workspace; records have the names and types of Linear's schema. */
export class FakeLinearData {
  readonly issues = new Map<string, FakeRecord>();
  readonly updates = new Map<string, FakeRecord>();
  readonly documents = new Map<string, FakeRecord>();
  readonly projects = new Map<string, FakeRecord>();
  readonly initiatives = new Map<string, FakeRecord>();
  readonly initiativeUpdates = new Map<string, FakeRecord>();
  private readonly comments = new Map<string, FakeRecord[]>();
  private count = 0;

  constructor(private readonly now: () => number) {}

  addIssue(name: string, title: string | null, team = ENGINEERING): FakeRecord {
    const number = ++this.count;
    const issue = this.record(`issue-${name}`, {
      identifier: `${team.key}-${number}`,
      title,
      description: `Everything about **${name}**.`,
      url: `https://linear.app/acme/issue/${team.key}-${number}/${name}`,
      trashed: null,
      dueDate: "2027-01-31",
      priorityLabel: "High",
      team,
      project: { name: "Launch", accessibleTeams: [team] },
      state: { name: "In Progress" },
      creator: ADA,
      assignee: GRACE,
      externalUserCreator: null,
      botActor: null,
      labels: [{ id: "label-bug", name: "Bug", createdAt: "2026-01-01T00:00:00.000Z" }],
      estimate: 3,
      completedAt: null,
      canceledAt: null,
      delegate: null,
      cycle: { number: 12, name: null, startsAt: FIRST_DAY, endsAt: "2026-01-14T00:00:00.000Z" },
      projectMilestone: { name: "Beta" },
      parent: null,
      children: [],
      relations: [],
      inverseRelations: [],
      attachments: [
        { id: "a", title: "Fix", subtitle: "merged", url: "https://git.example/1", createdAt: FIRST_DAY },
      ],
    });
    this.issues.set(issue.id, issue);
    return issue;
  }

  addUpdate(name: string): FakeRecord {
    const update = this.record(`update-${name}`, {
      body: `This week: ${name}.`,
      health: "onTrack",
      url: `https://linear.app/acme/project/launch/activity#${name}`,
      user: ADA,
      diffMarkdown: null,
      project: { name: "Launch", accessibleTeams: [ENGINEERING] },
    });
    this.updates.set(update.id, update);
    return update;
  }

  addDocument(name: string): FakeRecord {
    const document = this.record(`document-${name}`, {
      title: name,
      content: `# ${name}\n\nNotes.`,
      url: `https://linear.app/acme/document/${name}`,
      trashed: null,
      creator: ADA,
      project: { name: "Launch", accessibleTeams: [ENGINEERING] },
      initiative: null,
      issue: null,
      team: null,
      cycle: null,
      updatedBy: null,
    });
    this.documents.set(document.id, document);
    return document;
  }

  addProject(name: string): FakeRecord {
    const project = this.record(`project-${name}`, {
      ...{ name, description: `In short: ${name}.`, content: `# Goals of ${name}`, trashed: null },
      url: `https://linear.app/acme/project/${name}`,
      ...{ startDate: "2026-01-01", targetDate: "2026-06-30", completedAt: null, canceledAt: null },
      ...{ health: "onTrack", priorityLabel: "High", progress: 0.5, status: { name: "Started" } },
      ...{ creator: ADA, lead: GRACE, members: [entry("ada", ADA)], labels: [], initiatives: [] },
      ...{ teams: [entry("eng", ENGINEERING)], accessibleTeams: [ENGINEERING] },
      projectMilestones: [
        entry("beta", { name: "Beta", description: "First users", targetDate: "2026-03-01", status: "next" }),
      ],
      ...{ relations: [], inverseRelations: [], attachments: [] },
      externalLinks: [entry("link", { label: "Plan", url: "https://plan.example/1" })],
    });
    this.projects.set(project.id, project);
    return project;
  }

  addInitiative(name: string): FakeRecord {
    const initiative = this.record(`initiative-${name}`, {
      ...{ name, description: `In short: ${name}.`, content: `# Why ${name}`, trashed: null },
      url: `https://linear.app/acme/initiative/${name}`,
      ...{ targetDate: "2026-12-31", startedAt: null, completedAt: null, health: null, status: "Active" },
      ...{ creator: ADA, owner: GRACE, leadTeam: null, parentInitiative: null, labels: [] },
      ...{ projects: [entry("launch", { name: "Launch" })], links: [], teams: [ENGINEERING] },
    });
    this.initiatives.set(initiative.id, initiative);
    return initiative;
  }

  addInitiativeUpdate(name: string): FakeRecord {
    const update = this.record(`initiative-update-${name}`, {
      ...{ body: `This quarter: ${name}.`, health: "atRisk", user: ADA, diffMarkdown: null },
      url: `https://linear.app/acme/initiative/grow/activity#${name}`,
      initiative: { name: "Grow", teams: [ENGINEERING] },
    });
    this.initiativeUpdates.set(update.id, update);
    return update;
  }

  /** A comment does not change the `updatedAt` of its parent. */
  addComment(on: FakeRecord, body: string): FakeRecord {
    const list = this.commentsOn(on.id);
    const id = `${on.id}-comment-${list.length + 1}`;
    const comment = this.record(id, {
      body,
      quotedText: null,
      url: `${on.url}#comment-${list.length + 1}`,
      user: GRACE,
      externalUser: null,
      botActor: null,
      issue: this.issues.has(on.id) ? () => on : null,
      projectUpdate: this.updates.has(on.id) ? () => on : null,
      project: this.projects.has(on.id) ? () => on : null,
      initiative: this.initiatives.has(on.id) ? () => on : null,
      initiativeUpdate: this.initiativeUpdates.has(on.id) ? () => on : null,
      documentContent: this.documents.has(on.id) ? { document: () => on } : null,
    });
    list.push(comment);
    return comment;
  }

  issueNamed(name: string): FakeRecord {
    const issue = this.issues.get(`issue-${name}`);
    if (!issue) throw new RangeError(`There is no issue "${name}"`);
    return issue;
  }

  change(record: FakeRecord, fields: Fields): void {
    Object.assign(record, fields, { updatedAt: this.stamp() });
  }

  allComments(): readonly FakeRecord[] {
    return [...this.comments.values()].flat();
  }

  private commentsOn(id: string): FakeRecord[] {
    const list = this.comments.get(id) ?? [];
    this.comments.set(id, list);
    return list;
  }

  private record(id: string, fields: Fields): FakeRecord {
    const [createdAt, updatedAt] = [this.stamp(), this.stamp()];
    return { ...fields, id, createdAt, updatedAt, archivedAt: null, comments: () => this.commentsOn(id) };
  }

  private stamp(): string {
    return new Date(this.now()).toISOString();
  }
}
