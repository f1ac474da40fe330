import type { List, ListItem, Paragraph, RootContent } from "mdast";
import { countWords } from "../../../util/words";
import { escapeMarkdown } from "../escape-markdown";
import { toField } from "../fields";
import { splitSentences } from "../split-sentences";
import type { Statement } from "../statement";
import { inlineText } from "./inline-text";
import { isNavigation } from "./is-navigation";
import { nodeText } from "./node-text";
import type { Place } from "./place";
import { rangeOf } from "./range-of";

const MAX_LIST_CHARACTERS = 4_000;
/** A longer item is quoted without the words it stands under. */
const MAX_WORDS_WITH_PARENT = 8;
const MAX_WORDS_WITH_HEADING = 3;
const MAX_PARENT_CHARACTERS = 120;
const TASK = /^\[([ xX/-])\]\s+/;

export interface ListOptions extends Place {
  /** The sentence that introduces the list. */
  readonly leadIn?: Statement | undefined;
  /** The statements of what an item contains below its first paragraph. */
  readonly inside: (nodes: readonly RootContent[], place: Place) => readonly Statement[];
}

/** A list as a whole, and each of its items with what it stands under. */
export function listStatements(list: List, options: ListOptions): readonly Statement[] {
  if (isNavigation(list)) return [];
  const { leadIn, text } = options;
  const parent = leadIn ? inlineText(text, [leadIn.start, leadIn.end]) : options.parent;
  const items = list.children.flatMap((item) => itemStatements(item, { ...options, parent }));
  return [...wholeList(list, options), ...items];
}

function wholeList(list: List, { text, heading, leadIn, parent }: ListOptions): readonly Statement[] {
  const [from, end] = rangeOf(list);
  if (end - from > MAX_LIST_CHARACTERS || (!leadIn && list.children.length < 2)) return [];
  const introduction = leadIn ? inlineText(text, [leadIn.start, leadIn.end]) : "";
  const lines = itemLines(list, "");
  const context = [heading, parent].filter(Boolean).join("\n");
  const shown = lines.map(({ indent, marker, words }) => `${indent}${marker} ${escapeMarkdown(words)}`);
  return [
    {
      kind: "list",
      start: leadIn?.start ?? from,
      end,
      words: [introduction, ...lines.map(({ words }) => words)].filter(Boolean).join("\n"),
      markdown: [escapeMarkdown(introduction), shown.join("\n")].filter(Boolean).join("\n\n"),
      ...(context !== "" && { context }),
    },
  ];
}

interface ItemLine {
  readonly indent: string;
  readonly marker: string;
  readonly words: string;
}

function itemLines(list: List, indent: string): readonly ItemLine[] {
  return list.children.flatMap((item, position) => {
    const marker = list.ordered ? `${(list.start ?? 1) + position}.` : "-";
    const paragraphs = item.children.filter((child) => child.type === "paragraph");
    const words = paragraphs.map((paragraph) => paragraphWords(paragraph)).join(" ");
    const nested = item.children.filter((child) => child.type === "list");
    const inner = nested.flatMap((child) => itemLines(child, `${indent}${" ".repeat(marker.length + 1)}`));
    return [{ indent, marker, words }, ...inner];
  });
}

/** A task shows as a box, which is ticked when it is done. */
function paragraphWords(paragraph: Paragraph): string {
  return nodeText(paragraph).replace(TASK, (_, mark: string) => (/[xX]/.test(mark) ? "☑ " : "☐ "));
}

function itemStatements(item: ListItem, options: ListOptions): readonly Statement[] {
  const { leadIn: _, inside, ...place } = options;
  const [first, ...rest] = item.children;
  if (first?.type !== "paragraph") return inside(item.children, place);
  const parent = nodeText(first).replace(TASK, "");
  if (parent.endsWith(":") && rest[0]) return inside(item.children, place);
  return [...ownStatements(first, place), ...inside(rest, { ...place, parent })];
}

function ownStatements(paragraph: Paragraph, place: Place): readonly Statement[] {
  const { text, heading, parent, language } = place;
  if (isNavigation(paragraph) && paragraph.children.some(({ type }) => type !== "text")) return [];
  const sentences = splitSentences(text, rangeOf(paragraph), language);
  const [first, ...others] = sentences;
  const context = [heading, parent].filter(Boolean).join("\n");
  if (!first || others.length > 0)
    return sentences.map(([start, end]) => ({
      kind: "sentence",
      start,
      end,
      ...(context !== "" && { context }),
    }));
  const own = paragraphWords(paragraph);
  const words = withParent(own, place);
  const kind = toField(own) ? "field" : "item";
  return [
    {
      kind,
      start: first[0],
      end: first[1],
      words,
      markdown: escapeMarkdown(words),
      ...(context !== "" && { context }),
    },
  ];
}

/** A few words say too little without the line that they stand under. */
function withParent(words: string, { heading, parent }: Place): string {
  const count = countWords(words);
  const shown =
    parent !== "" && count <= MAX_WORDS_WITH_PARENT
      ? parent
      : parent === "" && count <= MAX_WORDS_WITH_HEADING
        ? heading
        : "";
  if (shown === "" || shown.length > MAX_PARENT_CHARACTERS) return words;
  return /[\p{L}\p{N})"”*]$/u.test(shown) ? `${shown}: ${words}` : `${shown} ${words}`;
}
