export interface FakeJiraIssue {
  readonly id: number;
  readonly key: string;
  readonly summary: string | null;
  readonly text: string;
  readonly labels: readonly string[];
  readonly created: number;
  readonly updated: number;
  readonly comments: readonly string[];
  readonly worklogs?: readonly string[];
  /** In place of the picture that issues have. */
  readonly attachments?: readonly FakeAttachment[];
  /** More fields, in the format of the API. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

export interface FakeAttachment {
  readonly id: number;
  readonly filename: string;
  readonly text: string;
}

export const PROJECTS: Readonly<Record<string, string>> = { EX: "Example", OPS: "Operations" };

export function projectOf({ key }: FakeJiraIssue): string {
  return key.replace(/-.*$/, "");
}

/** The issues of a fake Jira, by the names in tests. */
export interface FakeJiraIssueStore {
  /** Visible issues. */
  visible(): readonly FakeJiraIssue[];
  /** Returns the item id. */
  add(project: string, name: string, fields?: Partial<FakeJiraIssue>): string;
  change(name: string, fields: (issue: FakeJiraIssue) => Partial<FakeJiraIssue>): void;
  remove(name: string): void;
  hide(name: string): void;
}

export function createFakeJiraIssueStore(now: () => number): FakeJiraIssueStore {
  const issues = new Map<string, FakeJiraIssue>();
  const hidden = new Set<string>();
  let count = 0;
  return {
    visible: () => [...issues].filter(([name]) => !hidden.has(name)).map(([, issue]) => issue),
    add: (project, name, fields = {}) => {
      const id = 10_000 + ++count;
      const time = now();
      const texts = {
        summary: `Repair the ${name}`,
        text: `About the ${name}.`,
        comments: [`Saw the ${name}.`],
      };
      const plain = {
        id,
        key: `${project}-${count}`,
        labels: ["home"],
        created: time,
        updated: time,
        ...texts,
      };
      issues.set(name, { ...plain, ...fields });
      return `issue:${id}`;
    },
    change: (name, fields) => {
      const issue = issues.get(name);
      if (issue) issues.set(name, { ...issue, ...fields(issue), updated: now() });
    },
    remove: (name) => issues.delete(name),
    hide: (name) => hidden.add(name),
  };
}
