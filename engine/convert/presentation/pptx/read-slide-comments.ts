import { oneLine } from "../../office/markdown/markdown-writer";
import type { OfficePackage, Relationship } from "../../office/package/open-package";
import { escapeMarkdown } from "../../text/escape-markdown";
import { childOf, descendants, elementsIn, textOf, type XmlElement } from "../../xml/xml-element";

/** Names of people by the id that comments have. */
export type CommentAuthors = ReadonlyMap<string, string>;

export async function readCommentAuthors(file: OfficePackage): Promise<CommentAuthors> {
  const relationships = await file.relationships(file.mainPart);
  const parts = relationships.filter(({ type }) => type === "commentAuthors" || type === "authors");
  const roots = await Promise.all(parts.map(({ target }) => file.part(target)));
  return new Map(
    roots.flatMap(elementsIn).map(({ attributes }) => [attributes.id ?? "", attributes.name ?? ""]),
  );
}

interface CommentSource {
  readonly file: OfficePackage;
  readonly relationships: readonly Relationship[];
  readonly authors: CommentAuthors;
}

/** Remarks on a slide and the replies to them, in both of PowerPoint's forms. */
export async function readSlideComments({
  file,
  relationships,
  authors,
}: CommentSource): Promise<readonly string[]> {
  const paths = relationships.filter(({ type }) => type === "comments").map(({ target }) => target);
  const roots = await Promise.all(paths.map((path) => file.part(path)));
  return roots
    .flatMap((root) => elementsIn(root))
    .flatMap((comment) => [
      toText("Comment", comment, authors),
      ...descendants(comment, "p188:reply").map((reply) => toText("Reply", reply, authors)),
    ])
    .filter((text) => text !== "");
}

function toText(kind: string, comment: XmlElement, authors: CommentAuthors): string {
  const paragraphs = descendants(childOf(comment, "p188:txBody"), "a:p").map(textOf);
  const words = oneLine(paragraphs.length > 0 ? paragraphs.join(" ") : textOf(childOf(comment, "p:text")));
  const author = authors.get(comment.attributes.authorId ?? "");
  if (words === "") return "";
  return `${author ? `${kind} by ${escapeMarkdown(author)}` : kind}: ${escapeMarkdown(words)}`;
}
