import type { OfficePackage } from "../../office/package/open-package";
import { childOf, descendants, elementsIn, textOf } from "../../xml/xml-element";
import { richText } from "./read-cell";

/** Comments by the cell that they are on: "Comment by Ann: …". */
export type CellComments = ReadonlyMap<string, readonly string[]>;

/** Reads the notes and the conversations on the cells of a sheet. */
export async function readComments(file: OfficePackage, sheet: string): Promise<CellComments> {
  const comments = new Map<string, string[]>();
  const add = (cell: string | undefined, author: string | undefined, text: string) => {
    const words = text.replace(/\s+/g, " ").trim();
    if (cell === undefined || words === "") return;
    const by = author ? `Comment by ${author}` : "Comment";
    comments.set(cell, [...(comments.get(cell) ?? []), `${by}: ${words}`]);
  };
  const relationships = await file.relationships(sheet);
  const persons = await readPersons(file);
  for (const { target } of relationships.filter(({ type }) => type === "threadedComment")) {
    for (const { attributes, children } of elementsIn(await file.part(target)))
      add(attributes.ref, persons.get(attributes.personId ?? ""), textOf(children.find(isText)));
  }
  const withConversation = new Set(comments.keys());
  for (const { target } of relationships.filter(({ type }) => type === "comments")) {
    const root = await file.part(target);
    const authors = elementsIn(childOf(root, "x:authors")).map(textOf);
    for (const comment of elementsIn(childOf(root, "x:commentList"))) {
      const { ref, authorId } = comment.attributes;
      // A conversation is stored as a note as well, for older programs.
      if (ref !== undefined && withConversation.has(ref)) continue;
      const author = authors[Number(authorId)] ?? "";
      const text = richText(childOf(comment, "x:text"));
      add(ref, author.startsWith("tc=") ? "" : author, text.replace(`${author}:`, ""));
    }
  }
  return comments;
}

const isText = (child: unknown) =>
  typeof child === "object" && (child as { name: string }).name === "tc:text";

async function readPersons(file: OfficePackage): Promise<ReadonlyMap<string, string>> {
  const relationships = await file.relationships(file.mainPart);
  const persons = await Promise.all(
    relationships.filter(({ type }) => type === "person").map(({ target }) => file.part(target)),
  );
  return new Map(
    persons
      .flatMap((root) => descendants(root, "tc:person"))
      .map(({ attributes }) => [attributes.id ?? "", attributes.displayName ?? ""]),
  );
}
