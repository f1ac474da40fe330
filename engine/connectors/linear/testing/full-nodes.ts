const USER = { name: "Ada Lovelace", displayName: "ada" };
const GRACE = { name: "Grace Hopper", displayName: "grace" };
const END = { hasNextPage: false };
const DATES = {
  createdAt: "2026-05-01T10:00:00.000Z",
  updatedAt: "2026-05-02T10:00:00.000Z",
  archivedAt: null,
};

const COMMENTS = {
  nodes: [
    {
      ...{ id: "c1", body: "Done in the last release", quotedText: "two lines", ...DATES },
      ...{ url: "https://linear.app/acme/issue/ENG-12/x#comment-1" },
      ...{ user: GRACE, externalUser: { name: "Customer" }, botActor: { name: "Sentry" } },
    },
  ],
  pageInfo: END,
};
const list = (...nodes: readonly object[]) => ({ nodes, pageInfo: END });

/** Every kind of item with every field that is read, as Linear replies with it. */
export const FULL_NODES = {
  issue: {
    ...{ id: "full", ...DATES, trashed: false, identifier: "ENG-12", title: "Cursor is lost" },
    ...{ description: "After a **restart**.", url: "https://linear.app/acme/issue/ENG-12/x" },
    ...{ dueDate: "2026-06-01", priorityLabel: "High", estimate: 3 },
    ...{ completedAt: "2026-05-20T10:00:00.000Z", canceledAt: "2026-05-21T10:00:00.000Z" },
    ...{ team: { name: "Engineering" }, project: { name: "Launch" }, projectMilestone: { name: "Beta" } },
    cycle: {
      number: 12,
      name: null,
      startsAt: "2026-05-01T00:00:00.000Z",
      endsAt: "2026-05-14T00:00:00.000Z",
    },
    ...{ parent: { identifier: "ENG-1", title: "Editor" }, state: { name: "In Progress" } },
    ...{ creator: USER, assignee: GRACE, delegate: { name: "Cursor", displayName: null } },
    ...{ externalUserCreator: { name: "Customer" }, botActor: { name: "Sentry" } },
    labels: list({ name: "Bug" }),
    children: list({ identifier: "ENG-13", title: "Keep the cursor", state: { name: "Todo" } }),
    relations: list({ type: "blocks", relatedIssue: { identifier: "ENG-14", title: "Release" } }),
    inverseRelations: list({ type: "duplicate", issue: { identifier: "ENG-15", title: "Caret gone" } }),
    attachments: list({ title: "Fix the cursor", subtitle: "merged", url: "https://git.example/pull/1" }),
    comments: COMMENTS,
  },
  update: {
    ...{ id: "full", ...DATES, body: "On time.", health: "atRisk", user: USER, project: { name: "Launch" } },
    ...{ url: "https://linear.app/acme/project/launch/activity#1", diffMarkdown: "Target moved to July" },
    comments: COMMENTS,
  },
  initiativeUpdate: {
    ...{
      id: "full",
      ...DATES,
      body: "On time.",
      health: "offTrack",
      user: USER,
      initiative: { name: "Grow" },
    },
    ...{ url: "https://linear.app/acme/initiative/grow/activity#1", diffMarkdown: "Target moved to July" },
    comments: COMMENTS,
  },
  document: {
    ...{ id: "full", ...DATES, trashed: false, title: "Handbook", content: "# Rules" },
    ...{ url: "https://linear.app/acme/document/handbook", creator: USER, updatedBy: GRACE },
    ...{ project: { name: "Launch" }, initiative: { name: "Grow" }, team: { name: "Engineering" } },
    ...{ cycle: { number: 12, name: null }, issue: { identifier: "ENG-12", title: "Cursor is lost" } },
    comments: COMMENTS,
  },
  project: {
    ...{ id: "full", ...DATES, trashed: false, name: "Launch", description: "In short", content: "# Goals" },
    ...{ url: "https://linear.app/acme/project/launch", startDate: "2026-01-01", targetDate: "2026-06-30" },
    ...{
      completedAt: "2026-07-01T10:00:00.000Z",
      canceledAt: null,
      health: "onTrack",
      priorityLabel: "High",
    },
    ...{ progress: 0.5, status: { name: "Started" }, creator: USER, lead: GRACE },
    ...{ members: list(USER), teams: list({ name: "Engineering" }), labels: list({ name: "Bet" }) },
    ...{ initiatives: list({ name: "Grow" }) },
    projectMilestones: list({
      name: "Beta",
      description: "First users",
      targetDate: "2026-03-01",
      status: "next",
    }),
    relations: list({ type: "dependency", relatedProject: { name: "Billing" } }),
    inverseRelations: list({ type: "dependency", project: { name: "Rollout" } }),
    externalLinks: list({ label: "Plan", url: "https://plan.example/1" }),
    attachments: list({ title: "Slides", subtitle: "v2", url: "https://slides.example/1" }),
    comments: COMMENTS,
  },
  initiative: {
    ...{ id: "full", ...DATES, trashed: false, name: "Grow", description: "In short", content: "# Why" },
    ...{ url: "https://linear.app/acme/initiative/grow", targetDate: "2026-12-31", status: "Active" },
    ...{ startedAt: "2026-02-01T10:00:00.000Z", completedAt: "2026-07-01T10:00:00.000Z", health: "onTrack" },
    ...{ creator: USER, owner: GRACE, leadTeam: { name: "Sales" }, parentInitiative: { name: "Company" } },
    ...{ labels: list({ name: "Bet" }), projects: list({ name: "Launch" }) },
    links: list({ label: "Plan", url: "https://plan.example/1" }),
  },
} as const;

/** What a person reads in them. */
export const FULL_WORDS: Readonly<Record<keyof typeof FULL_NODES, readonly string[]>> = {
  issue: [
    ...[
      "ENG-12 Cursor is lost",
      "After a **restart**.",
      "Due: 2026-06-01",
      "Priority: High",
      "3 points",
      "Bug",
    ],
    ...[
      "Completed: 2026-05-20",
      "Cancelled: 2026-05-21",
      "Engineering",
      "Project: Launch",
      "Milestone: Beta",
    ],
    ...[
      "Cycle 12 (2026-05-01 to 2026-05-14)",
      "Parent: ENG-1 Editor",
      "Status: In Progress",
      "Assignee: grace",
    ],
    ...["Agent: Cursor", "ENG-13 Keep the cursor (Todo)", "Blocks: ENG-14 Release"],
    ...["Duplicated by: ENG-15 Caret gone", "Attached: Fix the cursor – merged (https://git.example/pull/1)"],
    ...["two lines", "Done in the last release"],
  ],
  update: [
    "Launch: update of 2026-05-01",
    "at risk",
    "On time.",
    "Target moved to July",
    "Done in the last release",
  ],
  initiativeUpdate: [
    "Grow: update of 2026-05-01",
    "off track",
    "On time.",
    "Target moved to July",
    "two lines",
  ],
  document: ["Handbook", "# Rules", "Launch", "grace (2026-05-01)", "Done in the last release"],
  project: [
    ...[
      "Launch",
      "In short",
      "# Goals",
      "Status: Started",
      "Health: on track",
      "Priority: High",
      "Progress: 50 %",
    ],
    ...["Lead: grace", "Members: ada", "Teams: Engineering", "Initiatives: Grow", "Labels: Bet"],
    ...["Start: 2026-01-01", "Target: 2026-06-30", "Completed: 2026-07-01"],
    ...[
      "Milestone Beta (next, target 2026-03-01)",
      "First users",
      "Depends on: Billing",
      "Needed by: Rollout",
    ],
    ...[
      "Link: Plan (https://plan.example/1)",
      "Attached: Slides – v2 (https://slides.example/1)",
      "two lines",
    ],
  ],
  initiative: [
    ...["Grow", "In short", "# Why", "Status: Active", "Health: on track", "Owner: grace", "Team: Sales"],
    ...[
      "Part of: Company",
      "Labels: Bet",
      "Started: 2026-02-01",
      "Target: 2026-12-31",
      "Completed: 2026-07-01",
    ],
    ...["Projects: Launch", "Link: Plan (https://plan.example/1)", "Done in the last release"],
  ],
};

export const FULL_COMMENTS = COMMENTS;
