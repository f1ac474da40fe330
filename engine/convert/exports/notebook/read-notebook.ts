import * as z from "zod";
import { fragmentToMarkdown } from "../../html/fragment-to-markdown";
import { countNoun } from "../count-noun";
import type { ReadJsonExport } from "../export-format";
import { anyList, list, text } from "../lenient";

/** A text is a string, or its lines. */
const lines = z
  .union([z.string(), z.array(z.string()).transform((all) => all.join(""))])
  .optional()
  .catch(undefined);
const output = z.object({
  output_type: text,
  text: lines,
  data: z.record(z.string(), z.unknown()).optional().catch(undefined),
  ename: text,
  evalue: text,
});
const cell = z.object({
  cell_type: text,
  source: lines,
  /** Format 3 calls it so. */
  input: lines,
  outputs: list(output),
  attachments: z.record(z.string(), z.unknown()).optional().catch(undefined),
});
const notebook = z.object({
  nbformat: z.number(),
  cells: z.array(z.unknown()).optional().catch(undefined),
  worksheets: list(z.object({ cells: anyList })),
  metadata: z
    .object({
      title: text,
      kernelspec: z.object({ language: text }).optional().catch(undefined),
      language_info: z.object({ name: text }).optional().catch(undefined),
      authors: list(z.object({ name: text })),
    })
    .optional()
    .catch(undefined),
});

interface Counts {
  pictures: number;
  others: number;
}

/** A Jupyter notebook: its prose, its code, and what the code printed. */
export const readNotebook: ReadJsonExport = (value) => {
  const read = notebook.safeParse(value);
  if (!read.success) return undefined;
  const { cells, worksheets, metadata } = read.data;
  const raw = cells ?? worksheets.flatMap((sheet) => sheet.cells);
  const language = metadata?.language_info?.name ?? metadata?.kernelspec?.language ?? "";
  const counts: Counts = { pictures: 0, others: 0 };
  const pieces = raw.flatMap((one) => {
    const parsed = cell.safeParse(one);
    if (!parsed.success) counts.others++;
    return parsed.success ? cellPieces(parsed.data, language, counts) : [];
  });
  const shown = pieces.filter((piece) => piece.trim() !== "").join("\n\n");
  const title = metadata?.title ?? /^#[ \t]+(.+)$/m.exec(shown)?.[1];
  const author = metadata?.authors[0]?.name;
  const notes = [
    ...(counts.pictures > 0 ? [`${countNoun(counts.pictures, "picture")} not read`] : []),
    ...(counts.others > 0 ? [`${countNoun(counts.others, "output")} in other formats not read`] : []),
  ];
  return {
    text: shown,
    format: "markdown",
    ...(title && { title }),
    ...(author && { author }),
    ...(notes.length > 0 && { note: notes.join("; ") }),
  };
};

function cellPieces(one: z.output<typeof cell>, language: string, counts: Counts): readonly string[] {
  const source = one.source ?? one.input ?? "";
  counts.pictures += Object.keys(one.attachments ?? {}).length;
  if (one.cell_type === "code") {
    return [fence(source, language), ...one.outputs.map((each) => outputText(each, counts))];
  }
  // Pictures kept in the cell itself.
  const withoutData = source.replace(/!\[([^\]]*)\]\((?:data|attachment):[^)]*\)/g, (_, alt: string) => alt);
  return [one.cell_type === "heading" ? `# ${withoutData}` : withoutData];
}

/** The richest text of an output; a picture is counted. */
function outputText(
  { output_type, text: printed, data = {}, ename, evalue }: z.output<typeof output>,
  counts: Counts,
): string {
  if (output_type === "error" || ename) return fence([ename, evalue].filter(Boolean).join(": "), "");
  if (printed !== undefined) return outputBlock(printed);
  const read = (type: string) => lines.parse(data[type]);
  const types = Object.keys(data);
  if (types.some((type) => /^image\//.test(type))) counts.pictures++;
  const markdown = read("text/markdown") ?? read("text/latex");
  if (markdown !== undefined) return markdown;
  const html = read("text/html");
  const table = html === undefined ? "" : fragmentToMarkdown(html, undefined);
  if (table.trim() !== "") return table;
  const plain = read("text/plain") ?? "";
  // "<Figure size 640x480 with 1 Axes>" stands for the picture.
  if (/^<[^<>]*>$/.test(plain.trim()) && types.length > 1) return "";
  if (plain === "" && types.length > 0 && !types.some((type) => /^image\//.test(type))) counts.others++;
  return outputBlock(plain);
}

const ESCAPE_CODES = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, "g");

/** A printed line is a sentence of its own; several lines keep their columns. */
function outputBlock(printed: string): string {
  const plain = printed.replace(ESCAPE_CODES, "").trimEnd();
  return plain.includes("\n")
    ? fence(plain, "")
    : plain.replace(/^([#>*+-]|\d+\.)(?=\s)/, "\\$1").replace(/[<*_`]/g, "\\$&");
}

function fence(code: string, language: string): string {
  if (code.trim() === "") return "";
  const longest = Math.max(2, ...(code.match(/`{3,}/g) ?? []).map((run) => run.length));
  const mark = "`".repeat(longest + 1);
  return `${mark}${language}\n${code.trimEnd()}\n${mark}`;
}
