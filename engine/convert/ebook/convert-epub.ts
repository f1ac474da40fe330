import { ReadItemError } from "../../errors/read-item-error";
import type { ConvertedText } from "../../model/document";
import type { Archive } from "../archive/archive";
import { openArchive } from "../archive/open-archive";
import type { ConvertBytesOptions } from "../convert";
import { createLeftOut, type LeftOut } from "../office/left-out";
import { resolvePath } from "../office/package/open-package";
import { pause } from "../pause";
import { parseXml } from "../xml/read-xml";
import { childOf, descendants, elementsIn, textOf, type XmlElement } from "../xml/xml-element";
import { chapterToMarkdown } from "./chapter-to-markdown";

const KIND = "e-book";

/** Converts an EPUB: its chapters in reading order. */
export async function convertEpub(bytes: Uint8Array, options: ConvertBytesOptions): Promise<ConvertedText> {
  const { name, signal } = options;
  const archive = openArchive(bytes, { name, kind: KIND, signal });
  const parse = async (path: string) => parseXml(await archive.readText(path), { name, signal });
  const container = await parse("META-INF/container.xml");
  const path = descendants(container, "container:rootfile", "rootfile")[0]?.attributes["full-path"];
  const book = path === undefined ? undefined : await parse(path);
  if (path === undefined || !book) {
    const remedy = "download it again, or convert it to EPUB anew";
    throw new ReadItemError(`Cannot read ${KIND} "${name}": its table of contents is missing; ${remedy}`);
  }
  const encrypted = encryptedPaths(await parse("META-INF/encryption.xml"));
  const chapters = readingOrder(book, path);
  if (chapters.length > 0 && chapters.every((chapter) => encrypted.has(chapter))) {
    const remedy = "Atlas reads books without copy protection only";
    throw new ReadItemError(`Cannot read ${KIND} "${name}": it is protected against copying; ${remedy}`);
  }
  const leftOut = createLeftOut();
  const text = await readChapters(chapters, archive, { leftOut, signal });
  leftOut.add("picture", countPictures(book));
  const [title, author] = ["dc:title", "dc:creator"].map((field) => metadata(book, field).join(", "));
  return {
    text,
    format: "markdown",
    ...(title && { title }),
    ...(author && { author }),
    ...leftOut.toNote(),
  };
}

/** A page of a picture alone, such as the cover, has no text. */
async function readChapters(
  chapters: readonly string[],
  archive: Archive,
  { leftOut, signal }: { readonly leftOut: LeftOut; readonly signal: AbortSignal | undefined },
): Promise<string> {
  const texts: string[] = [];
  for (const chapter of chapters) {
    await pause(signal);
    const bytes = await archive.read(chapter);
    const text = bytes && chapterToMarkdown(bytes);
    if (!bytes) leftOut.add("missing chapter");
    else if (text === undefined) leftOut.add("damaged chapter");
    else if (text !== "") texts.push(text);
  }
  return texts.join("\n\n");
}

/** The chapters of the spine: first those read one after the other, then notes and the like. */
function readingOrder(book: XmlElement, path: string): readonly string[] {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const items = new Map(
    elementsIn(childOf(book, "opf:manifest", "manifest")).map(({ attributes }) => [
      attributes.id,
      attributes,
    ]),
  );
  const spine = elementsIn(childOf(book, "opf:spine", "spine"));
  const ordered = [
    ...spine.filter(({ attributes }) => attributes.linear !== "no"),
    ...spine.filter(({ attributes }) => attributes.linear === "no"),
  ];
  return ordered.flatMap(({ attributes }) => {
    const item = items.get(attributes.idref);
    const isNavigation = item?.properties?.split(/\s+/).includes("nav") ?? false;
    return item?.href === undefined || isNavigation ? [] : [resolvePath(folder, decodePath(item.href))];
  });
}

function decodePath(href: string): string {
  const path = href.replace(/#.*$/, "");
  try {
    return decodeURIComponent(path);
  } catch {
    // A name with a percent sign of its own.
    return path;
  }
}

function metadata(book: XmlElement, field: string): readonly string[] {
  const fields = descendants(childOf(book, "opf:metadata", "metadata"), field);
  return fields.map((element) => textOf(element).trim()).filter((text) => text !== "");
}

function countPictures(book: XmlElement): number {
  const items = elementsIn(childOf(book, "opf:manifest", "manifest"));
  return items.filter(({ attributes }) => attributes["media-type"]?.startsWith("image/")).length;
}

function encryptedPaths(encryption: XmlElement | undefined): ReadonlySet<string> {
  const references = allElements(encryption).filter(({ name }) => /(?:^|:)CipherReference$/.test(name));
  return new Set(references.map(({ attributes }) => resolvePath("", attributes.URI ?? "")));
}

function allElements(element: XmlElement | undefined): readonly XmlElement[] {
  return elementsIn(element).flatMap((child) => [child, ...allElements(child)]);
}
