import { strFromU8, unzipSync } from "fflate";
import mammoth from "mammoth";
import { ReadItemError } from "../../errors/read-item-error";
import { SkipItemError } from "../../errors/skip-item-error";
import type { ConvertedText } from "../../model/document";
import type { ConvertBytesOptions } from "../convert";
import { isOleContainer } from "../detect/sniff-bytes";
import { fragmentToMarkdown } from "../html/fragment-to-markdown";

/** A larger unpacked part of the archive is an attack, or no document written by a person. */
const MAX_PART_BYTES = 256 * 1024 * 1024;

/** Converts a Word document to Markdown by mammoth's HTML; pictures are replaced by their alternative text. */
export async function convertDocx(bytes: Uint8Array, options: ConvertBytesOptions): Promise<ConvertedText> {
  if (isOleContainer(bytes)) throw locked(options.name);
  const properties = readProperties(bytes, options.name);
  const html = await toHtml(bytes, options.name);
  options.signal?.throwIfAborted();
  const { title, author } = properties;
  return {
    text: fragmentToMarkdown(html, options.url),
    format: "markdown",
    ...(title && { title }),
    ...(author && { author }),
  };
}

async function toHtml(bytes: Uint8Array, name: string): Promise<string> {
  const arrayBuffer = bytes.slice().buffer;
  // mammoth's browser build reads `arrayBuffer`, its Node build the same content as `buffer`.
  const input = { arrayBuffer, buffer: arrayBuffer } as { arrayBuffer: ArrayBuffer };
  const convertImage = mammoth.images.imgElement(async () => ({ src: "" }));
  try {
    return (await mammoth.convertToHtml(input, { convertImage, externalFileAccess: false })).value;
  } catch (error) {
    throw damaged(name, error);
  }
}

/** Reads title and author from the document properties. Checks the archive before anything large is unpacked. */
function readProperties(bytes: Uint8Array, name: string): { title?: string; author?: string } {
  let largest = 0;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter(file) {
        if (/\.(xml|rels)$/.test(file.name)) largest = Math.max(largest, file.originalSize);
        return file.name === "docProps/core.xml" && file.originalSize < 1_000_000;
      },
    });
  } catch (error) {
    throw damaged(name, error);
  }
  if (largest > MAX_PART_BYTES) throw new SkipItemError(`"${name}" unpacks to more text than Atlas reads`);
  const core = files["docProps/core.xml"];
  const xml = core ? strFromU8(core) : "";
  const title = property(xml, "dc:title");
  const author = property(xml, "dc:creator");
  return { ...(title && { title }), ...(author && { author }) };
}

function locked(name: string): ReadItemError {
  const remedy = "save a copy without the password and add that";
  return new ReadItemError(`Cannot read Word document "${name}": it is protected by a password; ${remedy}`);
}

function damaged(name: string, cause: unknown): ReadItemError {
  return new ReadItemError(`Cannot read Word document "${name}": the file is damaged`, { cause });
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

function property(xml: string, element: string): string | undefined {
  const value = new RegExp(`<${element}[^>]*>([^<]*)</${element}>`).exec(xml)?.[1];
  return value?.replace(/&(lt|gt|quot|apos|amp);/g, (all, entity: string) => ENTITIES[entity] ?? all).trim();
}
