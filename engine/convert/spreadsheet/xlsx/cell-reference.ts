import type { Merge } from "../sheet";

/** "B3" as numbers from 0; undefined for anything else. */
export function parseReference(reference: string | undefined): { row: number; column: number } | undefined {
  const [, letters = "", digits = ""] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference ?? "") ?? [];
  if (letters === "") return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits) - 1, column: column - 1 };
}

export function parseRange(range: string | undefined): Merge | undefined {
  const [from, to] = (range ?? "").split(":").map(parseReference);
  if (!from) return undefined;
  const { row = from.row, column = from.column } = to ?? {};
  return { top: from.row, left: from.column, bottom: row, right: column };
}
