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
  readonly line?: number;
  readonly hunk?: string;
}

/** A discussion as GraphQL shows it. */
export interface FakeDiscussion {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly comments: readonly FakeDiscussionComment[];
}

export interface FakeDiscussionComment {
  readonly author: string;
  readonly body: string;
  readonly isAnswer?: boolean;
  readonly replies?: readonly string[];
}

export interface FakeRelease {
  readonly id: number;
  readonly tag: string;
  readonly body: string;
  readonly at: number;
  readonly updatedAt: number;
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
  /** Events of its history, in the format of the API. */
  readonly events?: readonly object[];
  /** Numbers of its sub-issues. */
  readonly subIssues?: readonly number[];
  /** More fields, in the format of the API. */
  readonly extra?: Readonly<Record<string, unknown>>;
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
  readonly discussions: Map<number, FakeDiscussion>;
  readonly releases: Map<number, FakeRelease>;
  /** The token may read its discussions. */
  showsDiscussions: boolean;
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
      ...{ issues: new Map(), deleted: new Set(), files: new Map(), showsDiscussions: true },
      ...{ discussions: new Map(), releases: new Map() },
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
      reviewComments: pull
        ? [remark("Rename this.", { path: "src/main.ts", line: 2, hunk: "@@ -1 +1,2 @@\n a\n+b" })]
        : [],
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

  /** Adds a discussion with an answer, or changes it; returns its number. */
  discuss(name: string, title: string, body: string, comments?: readonly FakeDiscussionComment[]): number {
    const { discussions } = this.repo(name);
    const old = [...discussions.values()].find((each) => each.title === title);
    const number = old?.number ?? 500 + discussions.size;
    const said = comments ?? [
      { author: "grace", body: `Try ${title} again.`, isAnswer: true, replies: ["That worked."] },
    ];
    const at = this.now();
    discussions.set(number, {
      ...{ number, title, body, createdAt: old?.createdAt ?? at, updatedAt: at, comments: said },
    });
    return number;
  }

  /** Publishes a release, or changes its notes; returns its id. */
  publish(name: string, tag: string, body: string): number {
    const { releases } = this.repo(name);
    const old = [...releases.values()].find((each) => each.tag === tag);
    const id = old?.id ?? this.#ids++;
    releases.set(id, { id, tag, body, at: old?.at ?? this.now(), updatedAt: this.now() });
    return id;
  }

  #remark(body: string, fields: Partial<FakeRemark> = {}): FakeRemark {
    return { id: this.#ids++, author: "grace", body, at: this.now(), ...fields };
  }
}
