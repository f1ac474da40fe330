import type { Sentences } from "../../../language/language";
import type { Document } from "../../../model/document";
import { escapeMarkdown } from "../../text/escape-markdown";
import type { Block, Words } from "../read/block";
import type { TaskPart } from "../task";

/** An item on a line of its own with its citation. What stands before its colon is its name. */
export function itemPart({ text, document, start, end }: Words & { readonly document: Document }): TaskPart {
  const [, label, rest] = /^([^:]{1,60}):\s(.+)$/s.exec(text) ?? [];
  const words =
    label && rest ? `**${escapeMarkdown(label)}**: ${escapeMarkdown(rest)}` : escapeMarkdown(text);
  return [`\n- ${words} `, { document, start, end }];
}

/** A table as it is in the document, with a citation in each row. */
export function writeListTable(
  document: Document,
  { header, rows }: Extract<Block, { readonly kind: "table" }>,
  { limit, tasks }: { readonly limit: number; readonly tasks: Sentences["tasks"] },
): readonly TaskPart[] {
  const head = `| ${header.map(escapeCell).join(" | ")} |\n|${header.map(() => "---|").join("")}`;
  const shown = rows.slice(0, limit).map(({ cells: [first = "", ...others], start, end }): TaskPart => {
    return [
      `\n| ${escapeCell(first)} `,
      { document, start, end },
      ` ${others.map((cell) => `| ${escapeCell(cell)} `).join("")}|`,
    ];
  });
  const left = rows.length - shown.length;
  return [[head], ...shown, ...(left > 0 ? [[`\n\n${tasks.more(left)}`]] : [])];
}

function escapeCell(text: string): string {
  return escapeMarkdown(text.replace(/\s+/g, " ")).replaceAll("|", "\\|");
}
