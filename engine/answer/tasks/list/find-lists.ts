import type { Document } from "../../../model/document";
import { proseText } from "../../text/prose-text";
import { nameOf, type Subject } from "../find-places";
import type { Block, Words } from "../read/block";
import { blocksOf } from "../read/blocks";
import { type Section, sectionsOf } from "../read/sections";
import { rowWords } from "../read/units";

/** A list or table whose heading, lead-in, first column or title is the subject. */
export interface FoundList {
  readonly document: Document;
  readonly name: string;
  readonly items: readonly Words[];
  /** Present where the items are rows. */
  readonly table?: Extract<Block, { readonly kind: "table" }>;
  /** How closely the subject names it; those of one rank are gathered. */
  readonly rank: number;
  /** False when the list goes on after what was read. */
  readonly isWhole: boolean;
}

/** Read of a section: a list is to be given whole. */
const MAX_CHARACTERS = 24_000;
const RANKS = { heading: 3, leadIn: 2.5, column: 2.2, title: 2, path: 1.5, subheadings: 1 };

/** The lists of a document that a subject names. */
export function findLists(subject: Subject, document: Document): readonly FoundList[] {
  const sections = sectionsOf(document);
  if (document.format === "code") return [];
  const whole: Section = {
    ...{ heading: "", level: 0, path: [], start: 0, bodyStart: 0, end: document.text.length },
  };
  const lists = (sections.length > 0 ? sections : [whole]).flatMap((section) =>
    listsOf(subject, document, section),
  );
  return lists.length > 0 ? lists : subheadings(subject, document);
}

function listsOf(subject: Subject, document: Document, section: Section): readonly FoundList[] {
  if (!mayHave(subject, document, section)) return [];
  const blocks = blocksOf(document, [section.bodyStart, section.end], MAX_CHARACTERS);
  return blocks.flatMap((block, position): readonly FoundList[] => {
    if (block.kind !== "list" && block.kind !== "table") return [];
    const before = blocks[position - 1];
    const leadIn = before?.kind === "prose" ? leadInOf(document, before) : "";
    const column = block.kind === "table" ? (block.header[0] ?? "") : "";
    const rank = rankOf(subject, { document, section, leadIn, column });
    if (rank === 0) return [];
    return [
      {
        document,
        name: section.heading || nameOf(document),
        items: block.kind === "list" ? block.items : rowWords(block),
        ...(block.kind === "table" && { table: block }),
        rank,
        isWhole: section.end - section.bodyStart <= MAX_CHARACTERS,
      },
    ];
  });
}

/** Parsing is for sections that have the words at all. */
function mayHave(subject: Subject, { title, text }: Document, { path, bodyStart, end }: Section): boolean {
  return subject.isIn([title, ...path, text.slice(bodyStart, Math.min(end, bodyStart + 2_000))].join("\n"));
}

/** The last sentence before a list, where it announces one. */
function leadInOf(document: Document, { start, end }: Block): string {
  const text = proseText(document, start, end).trim();
  return text.endsWith(":") ? text.slice(Math.max(0, text.search(/[^.!?\n]*:$/))) : "";
}

interface ListNames {
  readonly document: Document;
  readonly section: Section;
  readonly leadIn: string;
  readonly column: string;
}

function rankOf(subject: Subject, { document, section, leadIn, column }: ListNames): number {
  const { heading, path, level } = section;
  if (heading !== "" && subject.isIn(heading) && isMainlyNamed(subject, heading)) return RANKS.heading;
  const hasWord = (text: string) => subject.matcher.matches(text).size > 0;
  const names = [document.title, ...path].join("\n");
  if (hasWord(leadIn) && subject.isIn(`${leadIn}\n${names}`)) return RANKS.leadIn;
  if (hasWord(column) && subject.isIn(`${column}\n${names}`)) return RANKS.column;
  if (level <= 1 && subject.isIn(document.title) && isMainlyNamed(subject, document.title))
    return RANKS.title;
  const isBelow = path.slice(0, -1).some((above) => subject.isIn(above) && isMainlyNamed(subject, above));
  return isBelow || (hasWord(heading) && subject.isIn(names)) ? RANKS.path : 0;
}

/** The subject is a good part of the name, not a word in passing: "Boats" and "Our boats 2026", not "Rules for boats on rivers". */
function isMainlyNamed({ matcher }: Subject, name: string): boolean {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2);
  return words.length === 0 || matcher.matches(name).size / words.length >= 1 / 3;
}

/** A heading that is the subject, with a heading for each item below it. */
function subheadings(subject: Subject, document: Document): readonly FoundList[] {
  const sections = sectionsOf(document);
  const named = sections.find(
    ({ heading, level }) => level > 0 && subject.isIn(heading) && isMainlyNamed(subject, heading),
  );
  if (!named) return [];
  const following = sections.slice(sections.indexOf(named) + 1);
  const endIndex = following.findIndex(({ level }) => level <= named.level);
  const below = endIndex < 0 ? following : following.slice(0, endIndex);
  const level = Math.min(...below.map((section) => section.level));
  const items = below
    .filter((section) => section.level === level)
    .map(({ heading, start, bodyStart }) => ({ text: heading, start, end: bodyStart }));
  if (items.length < 2) return [];
  return [{ document, name: named.heading, items, rank: RANKS.subheadings, isWhole: true }];
}
