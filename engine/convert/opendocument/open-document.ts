import { ReadItemError } from "../../errors/read-item-error";
import { openArchive } from "../archive/open-archive";
import type { ConvertBytesOptions } from "../convert";
import { parseXml, type ReadXmlOptions, readXml } from "../xml/read-xml";
import { childOf, descendants, textOf, type XmlElement } from "../xml/xml-element";
import { type OdfStyles, readStyles } from "./read-styles";

/** An OpenDocument file: a package, or one flat XML file with the same elements. */
export interface OdfDocument {
  readonly styles: OdfStyles;
  readonly about: { readonly title?: string; readonly author?: string };
  /** Headers and footers of pages: `style:header` and `style:footer`. */
  readonly running: readonly XmlElement[];
  /** Elements of the content one by one, for large documents. */
  elements(options: Pick<ReadXmlOptions, "isWanted" | "isAnnounced">): AsyncGenerator<XmlElement>;
  /** The content of an embedded object by its address: a chart, a formula. */
  object(href: string | undefined): Promise<XmlElement | undefined>;
}

/** Rejects with ReadItemError where the file is damaged or protected by a password. */
export async function openDocument(
  bytes: Uint8Array,
  { name, signal }: ConvertBytesOptions,
): Promise<OdfDocument> {
  const isFlat = bytes[0] !== 0x50;
  const archive = isFlat ? undefined : openArchive(bytes, { name, kind: "document", signal });
  const part = async (path: string) =>
    archive ? parseXml(await archive.readText(path), { name, signal }) : undefined;
  const manifest = await part("META-INF/manifest.xml");
  if (descendants(manifest, "manifest:encryption-data").length > 0) {
    const remedy = "save a copy without the password and add that";
    throw new ReadItemError(`Cannot read document "${name}": it is protected by a password; ${remedy}`);
  }
  if (archive && !archive.has("content.xml")) {
    const remedy = "open it in the program that made it and save it again";
    throw new ReadItemError(`Cannot read document "${name}": the file is damaged; ${remedy}`);
  }
  const pieces = () => archive?.stream("content.xml") ?? once(bytes);
  const parts = [await part("styles.xml"), await part("meta.xml")];
  for await (const element of readXml(pieces(), { name, signal, isWanted: isAboutDocument }))
    parts.push(element);
  return {
    styles: readStyles(parts),
    about: readAbout(parts),
    running: parts.flatMap((root) => descendants(root, "style:header", "style:footer")),
    elements: (options) => readXml(pieces(), { name, signal, ...options }),
    object: (href) => part(`${(href ?? "").replace(/^\.\//, "").replace(/\/$/, "")}/content.xml`),
  };
}

/** What stands before the body. A file that is not flat has styles of its own in its content as well. */
function isAboutDocument(name: string, parent: string | undefined): boolean {
  const isRoot = parent === "office:document" || parent === "office:document-content";
  return isRoot && name !== "office:body" && name !== "office:scripts";
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function readAbout(parts: readonly (XmlElement | undefined)[]): OdfDocument["about"] {
  const metas = parts.flatMap((root) =>
    root?.name === "office:meta" ? [root] : descendants(root, "office:meta"),
  );
  const field = (name: string) => textOf(metas.map((meta) => childOf(meta, name)).find(Boolean)).trim();
  const title = field("dc:title");
  const author = field("meta:initial-creator") || field("dc:creator");
  return { ...(title && { title }), ...(author && { author }) };
}
