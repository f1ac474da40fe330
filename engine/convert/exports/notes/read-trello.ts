import * as z from "zod";
import type { ReadJsonExport } from "../export-format";
import { anyList, flag, list, number, text } from "../lenient";
import { parseTime, timeWords } from "../time-words";

const checklist = z.object({
  id: text,
  idCard: text,
  name: text,
  checkItems: list(z.object({ name: text, state: text, pos: number, due: text })),
});
const customField = z.object({
  id: text,
  name: text,
  options: list(z.object({ id: text, value: z.unknown() })),
});
const customFieldItem = z.object({
  idCustomField: text,
  idValue: text,
  value: z.record(z.string(), z.unknown()).optional().catch(undefined),
});
const card = z.object({
  id: text,
  name: text,
  desc: text,
  idList: text,
  closed: flag,
  pos: number,
  start: text,
  due: text,
  dueComplete: flag,
  shortUrl: text,
  address: text,
  locationName: text,
  labels: list(z.object({ name: text, color: text })),
  idMembers: list(z.string()),
  attachments: list(z.object({ name: text, url: text })),
  customFieldItems: list(customFieldItem),
});
const action = z.object({
  type: text,
  date: text,
  memberCreator: z.object({ fullName: text, username: text }).optional().catch(undefined),
  data: z
    .object({ text, card: z.object({ id: text }).optional().catch(undefined) })
    .optional()
    .catch(undefined),
});
const board = z.object({
  name: z.string(),
  desc: text,
  closed: flag,
  lists: z.array(z.object({ id: text, name: text, closed: flag, pos: number })),
  cards: z.array(card),
  checklists: list(checklist),
  members: list(z.object({ id: text, fullName: text, username: text })),
  actions: list(action),
  customFields: list(customField),
  labels: anyList,
});

type Board = z.output<typeof board>;
type Card = z.output<typeof card>;

/** A Trello board: its lists, and in each its cards with checklists and comments. */
export const readTrello: ReadJsonExport = (value) => {
  const read = board.safeParse(value);
  if (!read.success) return undefined;
  const { name, desc, closed, lists, cards } = read.data;
  const pieces = [`# ${name}`, closed ? "This board is closed." : "", desc ?? ""];
  const known = new Set(lists.map(({ id }) => id));
  for (const one of sortByPosition(lists)) {
    pieces.push(`## ${one.name ?? "List"}${one.closed ? " (archived)" : ""}`);
    const inList = cards.filter(({ idList }) => idList === one.id);
    pieces.push(...sortByPosition(inList).map((each) => cardText(each, one.name ?? "", read.data)));
  }
  const others = cards.filter(({ idList }) => !known.has(idList));
  if (others.length > 0)
    pieces.push("## Cards of other lists", ...others.map((one) => cardText(one, "", read.data)));
  const text = pieces.filter((piece) => piece.trim() !== "").join("\n\n");
  return { text, format: "markdown", title: name };
};

function cardText(
  one: Card,
  listName: string,
  { checklists, actions, members, customFields }: Board,
): string {
  const nameOf = (id: string) => {
    const member = members.find((each) => each.id === id);
    return member?.fullName || member?.username || id;
  };
  const fields: readonly (readonly [string, string])[] = [
    ["List", listName],
    ["Labels", one.labels.map(({ name, color }) => name || color || "").join(", ")],
    ["Members", one.idMembers.map(nameOf).join(", ")],
    ["Start", timeWords(parseTime(one.start))],
    ["Due", `${timeWords(parseTime(one.due))}${one.due && one.dueComplete ? " (done)" : ""}`],
    ["Place", [one.locationName, one.address].filter(Boolean).join(", ")],
    ...one.customFieldItems.map((item) => customFieldText(item, customFields)),
    ["State", one.closed ? "archived" : ""],
    ["Address", one.shortUrl ?? ""],
  ];
  const known = fields.flatMap(([name, value]) => (value === "" ? [] : [`${name}: ${value}`]));
  const ownLists = checklists.filter(({ idCard }) => idCard !== undefined && idCard === one.id);
  const comments = actions.filter(({ type, data }) => isComment(type) && data?.card?.id === one.id);
  return [
    `### ${one.name || "Card"}${one.closed ? " (archived)" : ""}`,
    known.join("\n"),
    one.desc ?? "",
    ...ownLists.map(checklistText),
    one.attachments
      .map(({ name, url }) => `- Attachment: ${[name, url].filter(Boolean).join(" ")}`)
      .join("\n"),
    ...comments.toReversed().map(commentText),
  ]
    .filter((piece) => piece.trim() !== "")
    .join("\n\n");
}

function isComment(type: string | undefined): boolean {
  return type === "commentCard" || type === "copyCommentCard";
}

function checklistText({ name, checkItems }: z.output<typeof checklist>): string {
  const items = sortByPosition(checkItems).map(({ name: words, state, due }) => {
    const until = timeWords(parseTime(due));
    return `- [${state === "complete" ? "x" : " "}] ${words ?? ""}${until && ` (due ${until})`}`;
  });
  return `${name || "Checklist"}:\n\n${items.join("\n")}`;
}

function commentText({ date, memberCreator, data }: z.output<typeof action>): string {
  const author = memberCreator?.fullName || memberCreator?.username || "Somebody";
  const time = timeWords(parseTime(date));
  return `Comment of ${author}${time && ` (${time})`}: ${data?.text ?? ""}`;
}

function customFieldText(
  { idCustomField, idValue, value }: z.output<typeof customFieldItem>,
  fields: Board["customFields"],
): readonly [string, string] {
  const field = fields.find(({ id }) => id === idCustomField);
  const option = field?.options.find(({ id }) => id === idValue)?.value;
  const chosen = z.record(z.string(), z.unknown()).safeParse(option).data ?? value ?? {};
  return [field?.name ?? "Field", Object.values(chosen).map(String).join(", ")];
}

function sortByPosition<T extends { readonly pos?: number | undefined }>(values: readonly T[]): readonly T[] {
  return values.toSorted((a, b) => (a.pos ?? 0) - (b.pos ?? 0));
}
