import { createFakeOAuthServer, type FakeOAuthServer } from "../../../auth/testing/fake-oauth-server";
import type { FakeVendor, FakeVendorOptions } from "../../../testing/fakes/fake-vendor";
import { answerQuery, type Fields, UnknownCursor } from "./answer-query";
import { DESIGN, ENGINEERING, FakeLinearData, type FakeRecord } from "./fake-linear-data";

/** Linear's GraphQL API and OAuth endpoints. Deleted issues go to the trash; comments do not update their issue. */
export interface FakeLinear extends FakeVendor {
  /** The only OAuth client it knows. */
  readonly clientId: string;
  /** Hosts of pages that a browser opens: the authorize page. */
  readonly pageHosts: readonly string[];
  readonly oauth: FakeOAuthServer;
  /** Comments on the issue with that name. */
  comment(name: string, body: string): void;
  /** Archives the issue with that name, as Linear does with finished work. */
  archive(name: string): void;
  /** Project updates and documents are added to this. */
  readonly data: FakeLinearData;
}

const LIMIT = 2_500;
const OAUTH = {
  clientId: "linear-client",
  endpoints: {
    authorize: "https://linear.app/oauth/authorize",
    token: "https://api.linear.app/oauth/token",
    revoke: "https://api.linear.app/oauth/revoke",
  },
  lifetimeMs: 24 * 60 * 60_000,
  replayGraceMs: 30 * 60_000,
  prefix: "lin",
} as const;

export function createFakeLinear({ now, pageSize = 50 }: FakeVendorOptions): FakeLinear {
  const linearData = new FakeLinearData(now);
  const oauth = createFakeOAuthServer({ ...OAUTH, now });
  const view: FakeLinearView = {
    data: linearData,
    hidden: new Set(),
    sparse: false,
    pageSize,
    epoch: 0,
    now,
  };
  const archivedAt = () => new Date(now()).toISOString();
  return {
    ...{ clientId: OAUTH.clientId, pageHosts: ["linear.app"], oauth, data: linearData },
    hosts: ["api.linear.app"],
    token: oauth.tokens.issue(),
    account: { id: "user-ada", name: "Acme (ada@acme.test)", details: { urlKey: "acme" } },
    handle: async (request) => {
      if (oauth.owns(request)) return oauth.handle(request);
      // Personal keys are sent without "Bearer".
      const token = (request.headers.get("Authorization") ?? "").replace(/^Bearer /, "");
      return oauth.tokens.isValid(token) ? answer(view, request) : refusal();
    },
    create: (name) => `issue:${linearData.addIssue(name, `Look into ${name}`).id}`,
    update: (name) =>
      linearData.change(linearData.issueNamed(name), { description: `More about ${name} at ${now()}` }),
    remove: (name) =>
      linearData.change(linearData.issueNamed(name), { trashed: true, archivedAt: archivedAt() }),
    move: (name) =>
      linearData.change(linearData.issueNamed(name), {
        team: DESIGN,
        identifier: `DES-${linearData.issues.size}`,
      }),
    forbid: (name) => view.hidden.add(`issue-${name}`),
    createMalformed: (name) => `issue:${linearData.addIssue(name, null).id}`,
    omitOptional: () => {
      view.sparse = true;
    },
    revokeTokens: () => oauth.revokeAll(),
    limitReply: (seconds) => {
      const headers = seconds === undefined ? {} : budget(0, now() + seconds * 1_000);
      return failure("Rate limit exceeded", "RATELIMITED", { status: 400, headers });
    },
    expireCursors: () => {
      view.epoch++;
    },
    comment: (name, body) => linearData.addComment(linearData.issueNamed(name), body),
    archive: (name) => linearData.change(linearData.issueNamed(name), { archivedAt: archivedAt() }),
  };
}

/** What the token's user may read. */
interface FakeLinearView {
  readonly data: FakeLinearData;
  readonly hidden: Set<string>;
  readonly pageSize: number;
  readonly now: () => number;
  sparse: boolean;
  epoch: number;
}

async function answer(view: FakeLinearView, request: Request): Promise<Response> {
  if (request.method !== "POST" || new URL(request.url).pathname !== "/graphql") {
    return new Response("Not Found", { status: 404 });
  }
  const { query, variables = {} } = (await request.json()) as { query: string; variables?: Fields };
  try {
    const data = answerQuery({ ...view, root: rootOf(view) }, query, variables);
    return Response.json({ data }, { headers: budget(LIMIT - 1, view.now() + 60_000) });
  } catch (error) {
    if (!(error instanceof UnknownCursor)) throw error;
    const message = "Argument Validation Error: the cursor in `after` is not known";
    return failure(message, "INVALID_INPUT", { status: 400 });
  }
}

function rootOf({
  data: linearData,
  hidden,
  sparse,
}: FakeLinearView): Readonly<Record<string, (args: Fields) => unknown>> {
  const visible = (records: Iterable<FakeRecord>) =>
    [...records].filter(({ id }) => !hidden.has(id)).map((record) => (sparse ? withNulls(record) : record));
  const found = (records: Iterable<FakeRecord>, term: unknown) => {
    const words = String(term).toLowerCase().split(" ");
    return visible(records).filter((record) => {
      const text = JSON.stringify(record).toLowerCase();
      return words.every((word) => text.includes(word));
    });
  };
  return {
    issues: () => visible(linearData.issues.values()),
    comments: () => visible(linearData.allComments()),
    projectUpdates: () => visible(linearData.updates.values()),
    documents: () => visible(linearData.documents.values()),
    projects: () => visible(linearData.projects.values()),
    initiatives: () => visible(linearData.initiatives.values()),
    initiativeUpdates: () => visible(linearData.initiativeUpdates.values()),
    searchIssues: ({ term }) => found(linearData.issues.values(), term),
    searchDocuments: ({ term }) => found(linearData.documents.values(), term),
    teams: () => [ENGINEERING, DESIGN],
    issueLabels: () => [{ name: "Bug" }, { name: "Docs" }],
    viewer: () => ({ id: "user-ada", name: "Ada Lovelace", email: "ada@acme.test" }),
    organization: () => ({ name: "Acme", urlKey: "acme" }),
  };
}

/** Fields that Linear's schema allows to be null. */
const NULLABLE = [
  ...[
    "description",
    "trashed",
    "dueDate",
    "project",
    "creator",
    "assignee",
    "externalUserCreator",
    "botActor",
  ],
  ...["content", "initiative", "issue", "projectUpdate", "user", "externalUser", "quotedText"],
  ...[
    "estimate",
    "cycle",
    "projectMilestone",
    "parent",
    "startDate",
    "targetDate",
    "health",
    "lead",
    "owner",
  ],
];

function withNulls(record: FakeRecord): FakeRecord {
  const nulls = NULLABLE.flatMap((field) => (field in record ? [[field, null] as const] : []));
  return { ...record, ...Object.fromEntries(nulls) };
}

/** Linear's header names for the remaining budgets. */
function budget(left: number, resetsAt: number): Record<string, string> {
  return {
    "X-RateLimit-Requests-Limit": String(LIMIT),
    "X-RateLimit-Requests-Remaining": String(left),
    "X-RateLimit-Requests-Reset": String(resetsAt),
  };
}

function refusal(): Response {
  return failure("Authentication required, not authenticated", "AUTHENTICATION_ERROR", { status: 401 });
}

function failure(message: string, code: string, init: ResponseInit): Response {
  const extensions = { code, type: code.toLowerCase(), userError: true, userPresentableMessage: message };
  return Response.json({ errors: [{ message, extensions }] }, init);
}
