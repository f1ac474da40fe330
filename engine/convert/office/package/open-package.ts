import { ReadItemError } from "../../../errors/read-item-error";
import type { Archive } from "../../archive/archive";
import { openArchive } from "../../archive/open-archive";
import { isOleContainer } from "../../detect/sniff-bytes";
import { parseXml, type ReadXmlOptions, readXml } from "../../xml/read-xml";
import { at, elementsIn, textOf, type XmlElement } from "../../xml/xml-element";

/** What one part of the package refers to. */
export interface Relationship {
  readonly id: string;
  /** The last word of its address: `slide`, `image`, `hyperlink`. */
  readonly type: string;
  /** The path of a part, or an address outside. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** An Office file (Open Packaging Conventions): parts that refer to each other. */
export interface OfficePackage {
  readonly archive: Archive;
  /** The path of the part that everything starts from. */
  readonly mainPart: string;
  /** A part as XML; undefined where it is missing. */
  part(path: string | undefined): Promise<XmlElement | undefined>;
  /** Elements of a part one by one, for large parts. */
  elements(path: string, isWanted: NonNullable<ReadXmlOptions["isWanted"]>): AsyncGenerator<XmlElement>;
  relationships(path: string): Promise<readonly Relationship[]>;
  /** Title and author from the properties. */
  properties(): Promise<{ readonly title?: string; readonly author?: string }>;
}

export interface OpenPackageOptions {
  readonly name: string;
  /** What the file is to a person: `Word document`. */
  readonly kind: string;
  readonly signal: AbortSignal | undefined;
}

/** Opens an Office file. Rejects with ReadItemError where it is damaged, protected, or another kind of archive. */
export async function openPackage(bytes: Uint8Array, options: OpenPackageOptions): Promise<OfficePackage> {
  const { name, kind, signal } = options;
  if (isOleContainer(bytes)) throw locked(options);
  const archive = openArchive(bytes, { name, kind, signal });
  const paths = new Map(archive.entries.map((entry) => [entry.name.toLowerCase(), entry.name]));
  const find = (path: string) => paths.get(path.toLowerCase());
  const part = async (path: string | undefined) => {
    const found = path === undefined ? undefined : find(path);
    return found === undefined ? undefined : parseXml(await archive.readText(found), { name, signal });
  };
  const relationships = async (path: string) => {
    const slash = path.lastIndexOf("/") + 1;
    const root = await part(`${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`);
    return elementsIn(root).map((element) => toRelationship(element, path.slice(0, slash)));
  };
  const mainPart = (await relationships("")).find(({ type }) => type === "officeDocument")?.target;
  if (mainPart === undefined || find(mainPart) === undefined) throw damaged(options);
  return {
    archive,
    mainPart,
    part,
    elements: (path, isWanted) => readXml(archive.stream(find(path) ?? path), { name, signal, isWanted }),
    relationships,
    async properties() {
      const root = await part("docProps/core.xml");
      const [title, author] = ["dc:title", "dc:creator"].map((field) => textOf(at(root, field)).trim());
      return { ...(title && { title }), ...(author && { author }) };
    },
  };
}

function toRelationship({ attributes }: XmlElement, folder: string): Relationship {
  const { Id: id = "", Type: type = "", Target: target = "", TargetMode: mode } = attributes;
  const isExternal = mode === "External";
  return {
    id,
    type: type.slice(type.lastIndexOf("/") + 1),
    target: isExternal ? target : resolvePath(folder, target),
    isExternal,
  };
}

/** The path that `target` means within `folder`; paths that start with a slash mean the whole package. */
export function resolvePath(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith("/") ? target : folder + target).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

function locked({ kind, name }: OpenPackageOptions): ReadItemError {
  const remedy = "save a copy without the password and add that";
  return new ReadItemError(`Cannot read ${kind} "${name}": it is protected by a password; ${remedy}`);
}

function damaged({ kind, name }: OpenPackageOptions): ReadItemError {
  const remedy = "open it in the program that made it and save it again";
  return new ReadItemError(
    `Cannot read ${kind} "${name}": the file is damaged or of another kind; ${remedy}`,
  );
}
