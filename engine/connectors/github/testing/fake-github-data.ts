import { createHash } from "node:crypto";

export interface FakeRemark {
  readonly id: number;
  readonly author: string;
  readonly body: string;
  readonly at: number;
  /** State of a review. */
  readonly state?: string;
  /** Path of a review comment. */
  readonly path?: string;
}

export interface FakeGitHubIssue {
  readonly number: number;
  readonly title: string | null;
  readonly body: string;
  readonly pull: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly comments: readonly FakeRemark[];
  readonly reviews: readonly FakeRemark[];
  readonly reviewComments: readonly FakeRemark[];
}

export interface FakeGitHubFile {
  readonly text: string;
  readonly at: number;
}

export interface FakeRepo {
  readonly name: string;
  readonly fork: boolean;
  readonly issues: Map<number, FakeGitHubIssue>;
  /** Numbers of deleted issues. */
  readonly deleted: Set<number>;
  readonly files: Map<string, FakeGitHubFile>;
  /** The person may no longer read it. */
  hidden: boolean;
  pushedAt: number | undefined;
  hasIssues: boolean;
  /** The list of files is truncated. */
  truncated: boolean;
}

/** The SHA-1 that Git assigns to a file's content. */
export function blobSha(text: string): string {
  return createHash("sha1")
    .update(`blob ${Buffer.byteLength(text)}\0${text}`)
    .digest("hex");
}

/** Repositories with issues, pull requests and files, and what the user "ada" does in them. */
export class FakeGitHubData {
  readonly repos = new Map<string, FakeRepo>();
  /** Redirects of transferred issues and renamed repositories, from path to path. */
  readonly redirects = new Map<string, string>();
  /** Whether the token may list repositories. */
  listsRepos = true;
  #ids = 1_000;

  constructor(readonly now: () => number) {}

  addRepo(name: string, fork = false): FakeRepo {
    const repo: FakeRepo = {
      ...{ name, fork, hidden: false, pushedAt: undefined, hasIssues: true, truncated: false },
      ...{ issues: new Map(), deleted: new Set(), files: new Map() },
    };
    this.repos.set(name, repo);
    return repo;
  }

  repo(name: string): FakeRepo {
    const repo = this.repos.get(name);
    if (!repo) throw new RangeError(`There is no repository ${name}`);
    return repo;
  }

  /** Returns its number. */
  addIssue(repo: string, title: string | null, pull = false): number {
    const { issues, deleted } = this.repo(repo);
    const number = issues.size + deleted.size + 1;
    const at = this.now();
    const remark = (body: string, fields: Partial<FakeRemark> = {}) => this.#remark(body, fields);
    const words = title ?? "nothing";
    issues.set(number, {
      ...{ number, title, pull, createdAt: at, updatedAt: at, body: `Details of **${words}**.` },
      comments: [remark(`I saw ${words} too.`)],
      reviews: pull ? [remark("Well done.", { state: "APPROVED" }), remark("", { state: "COMMENTED" })] : [],
      reviewComments: pull ? [remark("Rename this.", { path: "src/main.ts" })] : [],
    });
    return number;
  }

  changeIssue(repo: string, number: number, fields: Partial<FakeGitHubIssue>): void {
    const { issues } = this.repo(repo);
    const issue = issues.get(number);
    if (issue) issues.set(number, { ...issue, ...fields, updatedAt: this.now() });
  }

  comment(repo: string, number: number, body: string): void {
    const comments = this.repo(repo).issues.get(number)?.comments ?? [];
    this.changeIssue(repo, number, { comments: [...comments, this.#remark(body)] });
  }

  deleteIssue(repo: string, number: number): void {
    const { issues, deleted } = this.repo(repo);
    if (issues.delete(number)) deleted.add(number);
  }

  /** Commits a file, or its deletion when there is no text. */
  push(name: string, path: string, text: string | undefined): void {
    const repo = this.repo(name);
    if (text === undefined) repo.files.delete(path);
    else repo.files.set(path, { text, at: this.now() });
    repo.pushedAt = this.now();
  }

  #remark(body: string, fields: Partial<FakeRemark> = {}): FakeRemark {
    return { id: this.#ids++, author: "grace", body, at: this.now(), ...fields };
  }
}
