import type { OfficePackage, Relationship } from "../office/package/open-package";
import { elementsIn, type XmlElement } from "../xml/xml-element";

/** Footnotes, endnotes and comments by kind and id: `footnote:2`. */
export type Notes = ReadonlyMap<string, XmlElement>;

const KINDS: Readonly<Record<string, string>> = {
  footnotes: "footnote",
  endnotes: "endnote",
  comments: "comment",
};

export async function readNotes(file: OfficePackage, relationships: readonly Relationship[]): Promise<Notes> {
  const notes = new Map<string, XmlElement>();
  for (const { type, target } of relationships) {
    const kind = KINDS[type];
    if (kind === undefined) continue;
    for (const note of elementsIn(await file.part(target)))
      notes.set(`${kind}:${note.attributes["w:id"]}`, note);
  }
  return notes;
}
