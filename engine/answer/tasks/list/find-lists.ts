import type { Language } from "../../../language/language";
import type { Document } from "../../../model/document";
import { nameOf, type Subject } from "../find-places";
import type { Block, Words } from "../read/block";
import { blocksOf } from "../read/blocks";
import { type Section, sectionsOf } from "../read/sections";
import { itemsOf, unitsOf } from "../read/units";

/** A list or table whose heading, lead-in, first column or title is the subject. */
export interface FoundList {
  readonly document: Document;
  readonly name: string;
  readonly items: readonly Words[];
  /** Present where the items are rows. */
  readonly table?: Extract<Block, { readonly kind: "table" }>;
  /** The sentence that announces it. */
  readonly leadIn?: Words;
  /** What the subject names: the heading of the list counts more than the title above it. */
  readonly rank: number;
  /** Share of that name's words that the subject has. */
  readonly closeness: number;
  /** False when the list goes on after what was read. */
  readonly isWhole: boolean;
}

/** Sections of a document that are looked at. */
const MAX_SECTIONS = 60;
/** Read of a section: a list is to be given whole. */
const MAX_CHARACTERS = 24_000;
const RANKS = { heading: 3, leadIn: 2.5, column: 2.2, title: 2, path: 1.5, subheadings: 1 };
/** A name with more other words is about something else: "Rules for boats on rivers" is no list of boats. */
const MIN_CLOSENESS = 0.4;

/** The lists of a document that a subject names. */
export function findLists(subject: Subject, document: Document, language: Language): readonly FoundList[] {
  const sections = sectionsOf(document).slice(0, MAX_SECTIONS);
  if (document.format === "code") return [];
  const whole: Section = {
    ...{ heading: "", level: 0, path: [], start: 0, bodyStart: 0, end: document.text.length },
  };
  const lists = (sections.length > 0 ? sections : [whole]).flatMap((section) =>
    listsOf(subject, section, { document, language }),
  );
  return lists.length > 0 ? lists : subheadings(subject, document);
}

interface ListSource {
  readonly document: Document;
  readonly language: Language;
}

function listsOf(
  subject: Subject,
  section: Section,
  { document, language }: ListSource,
): readonly FoundList[] {
  if (!mayHave(subject, document, section)) return [];
  const blocks = blocksOf(document, [section.bodyStart, section.end], MAX_CHARACTERS);
  return blocks.flatMap((block, position) => {
    const before = blocks[position - 1];
    const leadIn = before?.kind === "prose" ? leadInOf(before, { document, language }) : undefined;
    return listOf(subject, block, { document, section, leadIn });
  });
}

interface ListPlace {
  readonly document: Document;
  readonly section: Section;
  readonly leadIn: Words | undefined;
}

function listOf(
  subject: Subject,
  block: Block,
  { document, section, leadIn }: ListPlace,
): readonly FoundList[] {
  const items = itemsOf(block);
  const table = block.kind === "table" ? block : undefined;
  const names = { document, section, leadIn: leadIn?.text ?? "", column: table?.header[0] ?? "" };
  const ranked = items.length > 0 ? rankOf(subject, names) : undefined;
  if (!ranked) return [];
  return [
    {
      document,
      name: section.heading || nameOf(document),
      items,
      ...(table && { table }),
      ...(leadIn && { leadIn }),
      ...ranked,
      isWhole: section.end - section.bodyStart <= MAX_CHARACTERS,
    },
  ];
}

/** Parsing is for sections that have the words at all. */
function mayHave(subject: Subject, { title, text }: Document, { path, bodyStart, end }: Section): boolean {
  return subject.isIn([title, ...path, text.slice(bodyStart, Math.min(end, bodyStart + 2_000))].join("\n"));
}

/** The last sentence before a list, where it announces one. */
function leadInOf({ start, end }: Block, { document, language }: ListSource): Words | undefined {
  const last = unitsOf(document, [start, end], language).at(-1);
  return last?.text.endsWith(":") ? last : undefined;
}

interface ListNames {
  readonly document: Document;
  readonly section: Section;
  readonly leadIn: string;
  readonly column: string;
}

function rankOf(
  subject: Subject,
  { document, section, leadIn, column }: ListNames,
): Pick<FoundList, "rank" | "closeness"> | undefined {
  const { heading, path, level } = section;
  const rank = (name: keyof typeof RANKS, closeness = 1) => ({ rank: RANKS[name], closeness });
  if (isNamed(subject, heading)) return rank("heading", closenessOf(subject, heading));
  const hasWord = (text: string) => subject.matcher.matches(text).size > 0;
  const names = [document.title, ...path].join("\n");
  if (hasWord(leadIn) && subject.isIn(`${leadIn}\n${names}`)) return rank("leadIn");
  if (hasWord(column) && subject.isIn(`${column}\n${names}`)) return rank("column");
  if (level <= 1 && isNamed(subject, document.title))
    return rank("title", closenessOf(subject, document.title));
  return hasWord(heading) && subject.isIn(names) ? rank("path", closenessOf(subject, heading)) : undefined;
}

/** The subject is a good part of the name, not a word in passing. */
function isNamed(subject: Subject, name: string): boolean {
  return name !== "" && subject.isIn(name) && closenessOf(subject, name) >= MIN_CLOSENESS;
}

function closenessOf({ matcher }: Subject, name: string): number {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2);
  return words.length === 0 ? 0 : Math.min(1, matcher.matches(name).size / words.length);
}

/** A heading that is the subject, with a heading for each item below it. */
function subheadings(subject: Subject, document: Document): readonly FoundList[] {
  const sections = sectionsOf(document);
  const [named] = sections
    .filter(({ heading, level }) => level > 0 && isNamed(subject, heading))
    .toSorted((a, b) => closenessOf(subject, b.heading) - closenessOf(subject, a.heading));
  if (!named) return [];
  const following = sections.slice(sections.indexOf(named) + 1);
  const endIndex = following.findIndex(({ level }) => level <= named.level);
  const below = endIndex < 0 ? following : following.slice(0, endIndex);
  const level = Math.min(...below.map((section) => section.level));
  const items = below
    .filter((section) => section.level === level)
    .map(({ heading, start, bodyStart }) => ({ text: heading, start, end: bodyStart }));
  if (items.length < 2) return [];
  const closeness = closenessOf(subject, named.heading);
  return [{ document, name: named.heading, items, rank: RANKS.subheadings, closeness, isWhole: true }];
}
