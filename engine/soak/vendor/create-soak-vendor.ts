import { createRandom, type Random } from "../../bench/data/random";
import { createFakeGitHub } from "../../connectors/github/testing/fake-github";
import type { FakeGitHubIssue } from "../../connectors/github/testing/fake-github-data";
import type { FakeVendor } from "../../testing/fakes/fake-vendor";

export interface SoakVendorOptions {
  readonly now: () => number;
  readonly items: number;
  readonly seed: number;
  /** Share of the items that have comments, each of which costs a request. */
  readonly commentedShare: number;
}

/** One request as it arrived. */
export interface LoggedRequest {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly path: string;
  readonly query: string;
}

/** A fake GitHub with one large repository, which logs requests and knows the expected end state. */
export interface SoakVendor extends FakeVendor {
  readonly log: readonly LoggedRequest[];
  /** Changes, adds and deletes a few items, none of them twice. */
  change(): void;
  /** The expected ledger in the end: the fingerprint of every item's newest version, by item id. */
  expectedFingerprints(): ReadonlyMap<string, string>;
}

/** Fingerprint of an item as the vendor has it: its version, title, end of the text and comments. */
export function fingerprint(
  version: string,
  title: string,
  [first = "", ...others]: readonly string[],
): string {
  return JSON.stringify([version, title, first.slice(-TAIL_LENGTH), ...others]);
}

export function versionIn(print: string): string {
  return JSON.parse(print)[0];
}

const TAIL_LENGTH = 24;
const REPO = "acme/rocket";
const EMPTY_REPO = "acme/probe";
/** Spread out, with the newest some time in the past. */
const ISSUE_INTERVAL_MS = 20 * 60_000;
/** Characters of an issue's text: a typical bug report, sometimes with a stack trace. */
const MIN_BODY_LENGTH = 200;
const MAX_BODY_LENGTH = 4_000;
const WORDS = "deploy queue cache retry token index socket panel worker schema budget harbour invoice".split(
  " ",
);

export function createSoakVendor({ now, items, seed, commentedShare }: SoakVendorOptions): SoakVendor {
  const random = createRandom(seed, 1);
  const vendor = createFakeGitHub({ now });
  const { data } = vendor;
  data.repos.delete(EMPTY_REPO);
  const { issues } = data.repo(REPO);
  const log: LoggedRequest[] = [];
  const startedAt = now() - items * ISSUE_INTERVAL_MS;
  for (let number = 1; number <= items; number++) {
    const at = startedAt + number * ISSUE_INTERVAL_MS;
    issues.set(number, newIssue(random, { number, at, comments: random.next() < commentedShare ? 2 : 0 }));
  }
  return {
    ...vendor,
    log,
    handle: (request) => {
      const { pathname, search } = new URL(request.url);
      log.push({ at: now(), path: pathname, query: search });
      return vendor.handle(request);
    },
    change: () => {
      const numbers = [...issues.keys()];
      const [commented, deleted] = pickTwo(random, numbers);
      data.comment(REPO, commented, `Seen again at ${now()}`);
      data.deleteIssue(REPO, deleted);
      const number = issues.size + data.repo(REPO).deleted.size + 1;
      issues.set(number, newIssue(random, { number, at: now(), comments: 0 }));
    },
    expectedFingerprints: () =>
      new Map(
        [...issues.values()].map((issue) => [`issue:${REPO}#${issue.number}`, toExpectedFingerprint(issue)]),
      ),
  };
}

interface IssueFields {
  readonly number: number;
  readonly at: number;
  readonly comments: number;
}

function newIssue(random: Random, { number, at, comments }: IssueFields): FakeGitHubIssue {
  const subject = `${word(random)} ${word(random)} ${number}`;
  return {
    ...{ number, title: `The ${subject} problem`, body: prose(random, subject), pull: false },
    ...{ createdAt: at, updatedAt: at, reviews: [], reviewComments: [] },
    comments: Array.from({ length: comments }, (_, nth) => ({
      ...{ id: number * 10 + nth, author: "grace", body: `Answer ${nth} about ${subject}`, at: at + nth },
    })),
  };
}

function prose(random: Random, subject: string): string {
  // Most are short, few are long.
  const length = MIN_BODY_LENGTH + Math.floor(random.next() ** 3 * (MAX_BODY_LENGTH - MIN_BODY_LENGTH));
  const sentence = `When the ${word(random)} and the ${word(random)} meet, the ${word(random)} fails. `;
  return `${sentence.repeat(Math.ceil(length / sentence.length))}This is about ${subject}.`;
}

function word(random: Random): string {
  return WORDS[random.below(WORDS.length)] ?? "";
}

function pickTwo(random: Random, numbers: readonly number[]): readonly [number, number] {
  const one = random.below(numbers.length);
  const other = (one + 1 + random.below(numbers.length - 1)) % numbers.length;
  return [numbers[one] ?? 0, numbers[other] ?? 0];
}

/** GitHub gives times in whole seconds. */
function toExpectedFingerprint({ updatedAt, title, body, comments }: FakeGitHubIssue): string {
  const version = String(Math.floor(updatedAt / 1_000) * 1_000);
  return fingerprint(version, title ?? "", [body, ...comments.map((comment) => comment.body)]);
}
