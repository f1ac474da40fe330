import * as z from "zod";
import { countNoun } from "../count-noun";
import { escapeTyped } from "../escape-typed";
import type { ReadJsonExport } from "../export-format";
import { flag, list, number, text } from "../lenient";
import { timeWords } from "../time-words";
import { writeNote } from "./write-note";

const note = z.object({
  isTrashed: z.boolean(),
  isArchived: flag,
  isPinned: flag,
  title: text,
  textContent: text,
  listContent: list(z.object({ text, isChecked: flag })),
  labels: list(z.object({ name: text })),
  annotations: list(z.object({ title: text, url: text, description: text })),
  attachments: list(z.object({ filePath: text })),
  sharees: list(z.object({ email: text })),
  userEditedTimestampUsec: number,
  createdTimestampUsec: number,
});

/** A note of a Google Keep export. */
export const readKeep: ReadJsonExport = (value) => {
  if (typeof value !== "object" || value === null || !("userEditedTimestampUsec" in value)) return undefined;
  const read = note.safeParse(value);
  if (!read.success) return undefined;
  const { title, textContent, listContent, annotations, attachments, sharees, labels } = read.data;
  const items = listContent.map(
    ({ text: words = "", isChecked }) => `- [${isChecked ? "x" : " "}] ${escapeTyped(words)}`,
  );
  const links = annotations.map(({ title: name, url, description }) =>
    [[name, url].filter(Boolean).join(": "), description].filter(Boolean).join(" — "),
  );
  return writeNote({
    title,
    fields: [
      ["Labels", labels.map(({ name }) => name).join(", ")],
      ["Shared with", sharees.map(({ email }) => email).join(", ")],
      ["Edited", timeWords((read.data.userEditedTimestampUsec ?? Number.NaN) / 1000)],
      ["State", stateOf(read.data)],
    ],
    body: [escapeTyped(textContent ?? ""), items.join("\n"), links.map((link) => `- ${link}`).join("\n")],
    notes:
      attachments.length > 0 ? [`${countNoun(attachments.length, "attachment")} of the note not read`] : [],
  });
};

function stateOf({ isTrashed, isArchived }: z.output<typeof note>): string {
  if (isTrashed) return "in the trash";
  return isArchived ? "archived" : "";
}
