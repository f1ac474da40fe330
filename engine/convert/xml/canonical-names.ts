/**
 * The usual prefixes of the namespaces that Office, OpenDocument and EPUB files use. A file may choose other prefixes,
 * and the strict variant of Office has addresses of its own.
 */
const PREFIXES: readonly (readonly [prefix: string, ends: readonly string[]])[] = [
  ["w", ["/wordprocessingml/2006/main", "/ooxml/wordprocessingml/main"]],
  ["x", ["/spreadsheetml/2006/main", "/ooxml/spreadsheetml/main"]],
  ["p", ["/presentationml/2006/main", "/ooxml/presentationml/main"]],
  ["a", ["/drawingml/2006/main", "/ooxml/drawingml/main"]],
  ["c", ["/drawingml/2006/chart", "/ooxml/drawingml/chart"]],
  ["dgm", ["/drawingml/2006/diagram", "/ooxml/drawingml/diagram"]],
  ["xdr", ["/drawingml/2006/spreadsheetDrawing", "/ooxml/drawingml/spreadsheetDrawing"]],
  ["wp", ["/drawingml/2006/wordprocessingDrawing", "/ooxml/drawingml/wordprocessingDrawing"]],
  ["pic", ["/drawingml/2006/picture", "/ooxml/drawingml/picture"]],
  ["m", ["/officeDocument/2006/math", "/ooxml/officeDocument/math"]],
  ["r", ["/officeDocument/2006/relationships", "/ooxml/officeDocument/relationships"]],
  ["rel", ["/package/2006/relationships"]],
  ["ct", ["/package/2006/content-types"]],
  ["cp", ["/package/2006/metadata/core-properties"]],
  ["mc", ["/markup-compatibility/2006"]],
  ["v", ["urn:schemas-microsoft-com:vml"]],
  ["wps", ["/word/2010/wordprocessingShape"]],
  ["w14", ["/word/2010/wordml"]],
  ["w15", ["/word/2012/wordml"]],
  ["tc", ["/spreadsheetml/2018/threadedcomments"]],
  ["p188", ["/powerpoint/2018/8/main"]],
  ["dc", ["purl.org/dc/elements/1.1/"]],
  ["opf", ["www.idpf.org/2007/opf"]],
  ["office", [":opendocument:xmlns:office:1.0"]],
  ["text", [":opendocument:xmlns:text:1.0"]],
  ["table", [":opendocument:xmlns:table:1.0"]],
  ["draw", [":opendocument:xmlns:drawing:1.0"]],
  ["style", [":opendocument:xmlns:style:1.0"]],
  ["number", [":opendocument:xmlns:datastyle:1.0"]],
  ["presentation", [":opendocument:xmlns:presentation:1.0"]],
  ["svg", [":opendocument:xmlns:svg-compatible:1.0"]],
  ["chart", [":opendocument:xmlns:chart:1.0"]],
  ["meta", [":opendocument:xmlns:meta:1.0"]],
  ["manifest", [":opendocument:xmlns:manifest:1.0"]],
  ["xlink", ["www.w3.org/1999/xlink"]],
  ["container", [":opendocument:xmlns:container"]],
];

/** Undefined for a namespace without a usual prefix here. */
export function canonicalPrefix(namespace: string): string | undefined {
  return PREFIXES.find(([, ends]) => ends.some((end) => namespace.endsWith(end)))?.[0];
}

/** The names of one document: declarations hold to its end, since no program declares a prefix twice. */
export function createNames() {
  const prefixes = new Map<string, string>();
  const names = new Map<string, string>();
  let defaultPrefix = "";
  const resolve = (name: string, fallback: string): string => {
    const colon = name.indexOf(":");
    if (colon < 0) return fallback === "" ? name : `${fallback}:${name}`;
    const prefix = name.slice(0, colon);
    return `${prefixes.get(prefix) ?? prefix}${name.slice(colon)}`;
  };
  return {
    declare(attributes: Readonly<Record<string, string>>): void {
      for (const name in attributes) {
        if (!name.startsWith("xmlns")) continue;
        const prefix = canonicalPrefix(attributes[name] ?? "");
        if (name === "xmlns") defaultPrefix = prefix ?? "";
        else if (name[5] === ":" && prefix !== undefined) prefixes.set(name.slice(6), prefix);
        names.clear();
      }
    },
    ofElement(name: string): string {
      const known = names.get(name);
      if (known !== undefined) return known;
      const resolved = resolve(name, defaultPrefix);
      names.set(name, resolved);
      return resolved;
    },
    ofAttributes(attributes: Readonly<Record<string, string>>): Record<string, string> {
      const resolved: Record<string, string> = {};
      for (const name in attributes) resolved[resolve(name, "")] = attributes[name] ?? "";
      return resolved;
    },
  };
}
