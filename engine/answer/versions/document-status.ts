import type { Language } from "../../language/language";
import type { StatusWords } from "../../language/version-patterns";
import type { Document } from "../../model/document";
import type { Passage } from "../../model/passage";
import { headingsAt } from "./headings-at";

/** Characters at the beginning of a document in which it speaks of its own version. */
const OPENING_CHARACTERS = 800;

/** The version of a document, or of one stretch of it. */
export interface DocumentStatus extends StatusWords {
  /** When its words were last changed, in milliseconds since the epoch; 0 where that is unknown. */
  readonly updatedAt: number;
  /** Its time is that of a message, which is exact; a file may have been copied. */
  readonly isMessage: boolean;
  /** It comes into force later. */
  readonly isPending: boolean;
  /** The document that says that it replaces this one. */
  readonly supersededBy?: Document;
}

export interface StatusDeps {
  readonly language: Language;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** What is known of the version of a passage, or of the stretch of it: the innermost words count first. */
export function documentStatus(
  passage: Passage,
  { language, now }: StatusDeps,
  stretch?: { readonly start: number; readonly text: string },
): DocumentStatus {
  const { document, chunk } = passage;
  const { parseStatus, parseStatusOfName } = language.versions;
  const headings = headingsAt(passage, stretch?.start ?? chunk.start);
  const names = [
    ...headings.toReversed(),
    document.title,
    ...fileNames(document),
    ...(document.container ?? []).slice(1).toReversed().map(toFolder),
  ];
  const opening = parseStatus(document.text.slice(0, OPENING_CHARACTERS), "document");
  const whole = atTime([...names.map(parseStatusOfName), opening].reduce(preferFirst), now);
  const status = stretch ? preferFirst(parseStatus(stretch.text, "statement"), whole) : whole;
  return {
    ...status,
    isPending: (status.validFrom ?? now) > now,
    ...writtenAt(document, stretch?.start),
  };
}

/** The marks of both, and what only the second knows. */
function preferFirst(first: StatusWords, second: StatusWords): StatusWords {
  return {
    ...second,
    ...first,
    isSuperseded: first.isSuperseded || second.isSuperseded,
    isDraft: first.isDraft || second.isDraft,
    isCopy: first.isCopy || second.isCopy,
  };
}

/** What will be replaced is in force, what has been is not. */
function atTime(status: StatusWords, now: number): StatusWords {
  const { supersededOn, validUntil } = status;
  if (supersededOn !== undefined) return { ...status, isSuperseded: supersededOn <= now };
  return validUntil !== undefined && validUntil <= now ? { ...status, isSuperseded: true } : status;
}

/** Names of files with words; what a service calls an item is an id. */
function fileNames({ fileName, type, itemId }: Document): readonly string[] {
  const name = fileName ?? (type === "file" ? itemId.split("/").at(-1) : undefined);
  return name === undefined ? [] : [name];
}

/** With the signs of a path, which "old" needs to be no common word. */
function toFolder(name: string): string {
  return `/${name}/`;
}

/** A message of a thread has its own time. */
function writtenAt({ parts = [], updatedAt, type }: Document, offset: number | undefined) {
  const part = offset !== undefined && parts.find(({ start, end }) => start <= offset && offset < end);
  const sentAt = part ? part.sentAt : undefined;
  return { updatedAt: sentAt ?? updatedAt, isMessage: sentAt !== undefined || type === "mail" };
}
