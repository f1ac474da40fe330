import { readDirectory } from "../archive/read-directory";
import type { ContentKind, DetectedKind } from "./content-kind";

/** Parts that only one kind of package has. */
const KIND_BY_PART: Readonly<Record<string, DetectedKind>> = {
  "word/document.xml": { kind: "docx" },
  "xl/workbook.xml": { kind: "xlsx" },
  "xl/workbook.bin": { unreadable: "a binary workbook; save it as XLSX" },
  "ppt/presentation.xml": { kind: "pptx" },
  "META-INF/container.xml": { kind: "epub" },
};

/** OpenDocument and EPUB name themselves in their first entry, which is stored without compression. */
const KIND_BY_MIMETYPE: readonly (readonly [string, ContentKind])[] = [
  ["application/epub+zip", "epub"],
  ["application/vnd.oasis.opendocument.text", "odf"],
  ["application/vnd.oasis.opendocument.spreadsheet", "odf"],
  ["application/vnd.oasis.opendocument.presentation", "odf"],
  ["application/vnd.oasis.opendocument.graphics", "odf"],
];

/** More entries than these are not looked at; packages name their main part among the first ones. */
const MAX_ENTRIES = 2_000;

/** The kind of the package that a zip archive is; undefined for an archive of files, or a damaged one. */
export function sniffZip(bytes: Uint8Array): DetectedKind | undefined {
  const head = new TextDecoder("windows-1252").decode(bytes.subarray(30, 120));
  if (head.startsWith("mimetype")) {
    const kind = KIND_BY_MIMETYPE.find(([type]) => head.slice(8).includes(type))?.[1];
    if (kind) return { kind };
  }
  const names = new Set(
    readDirectory(bytes)
      ?.entries.slice(0, MAX_ENTRIES)
      .map(({ rawName }) => rawName),
  );
  if (names.has("content.xml") && names.has("META-INF/manifest.xml")) return { kind: "odf" };
  const isPackage = names.has("[Content_Types].xml") || names.has("mimetype");
  const part = isPackage && Object.keys(KIND_BY_PART).find((name) => names.has(name));
  return part ? KIND_BY_PART[part] : undefined;
}
