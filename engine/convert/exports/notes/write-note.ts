import type { ConvertedText } from "../../../model/document";

export interface ExportedNote {
  readonly title: string | undefined;
  /** Name and value of what is known about the note; empty values are left out. */
  readonly fields: readonly (readonly [string, string | undefined])[];
  /** Pieces of Markdown. */
  readonly body: readonly string[];
  readonly notes: readonly string[];
}

/** A note as Markdown: its title, what is known about it as `name: value` lines, and its body. */
export function writeNote({ title, fields, body, notes }: ExportedNote): ConvertedText {
  const heading = (title ?? "").replace(/\s+/g, " ").trim();
  const known = fields.flatMap(([name, value]) => (value?.trim() ? [`${name}: ${value.trim()}`] : []));
  const pieces = [heading && `# ${heading}`, known.join("\n"), ...body.map((piece) => piece.trim())];
  return {
    text: pieces.filter((piece) => piece !== "").join("\n\n"),
    format: "markdown",
    ...(heading !== "" && { title: heading }),
    ...(notes.length > 0 && { note: notes.join("; ") }),
  };
}
