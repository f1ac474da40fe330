import { makeZip } from "./make-zip";

const NAMESPACES = [
  "office",
  "text",
  "table",
  "draw:drawing",
  "style",
  "svg:svg-compatible",
  "presentation",
  "meta",
  "chart",
]
  .map((name) => {
    const [prefix, part = prefix] = name.split(":");
    return `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${part}:1.0"`;
  })
  .concat('xmlns:dc="http://purl.org/dc/elements/1.1/"', 'xmlns:xlink="http://www.w3.org/1999/xlink"')
  .join(" ");

export type OdfKind = "text" | "spreadsheet" | "presentation";

export interface OdfOptions {
  /** What is in `<office:automatic-styles>`. */
  readonly styles?: string;
  /** What is in `<office:master-styles>`. */
  readonly masters?: string;
  readonly meta?: string;
  /** Other parts by path, without namespaces. */
  readonly parts?: Readonly<Record<string, string>>;
}

/** An OpenDocument file with this body. */
export function makeOdf(kind: OdfKind, body: string, options: OdfOptions = {}): Uint8Array {
  const { styles = "", masters = "", meta = "", parts = {} } = options;
  const files: Record<string, string> = {
    mimetype: `application/vnd.oasis.opendocument.${kind}`,
    "content.xml": `<?xml version="1.0"?><office:document-content ${NAMESPACES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`,
    "styles.xml": `<office:document-styles ${NAMESPACES}><office:master-styles>${masters}</office:master-styles></office:document-styles>`,
    "meta.xml": `<office:document-meta ${NAMESPACES}><office:meta>${meta}</office:meta></office:document-meta>`,
    "META-INF/manifest.xml": `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>`,
  };
  for (const [path, xml] of Object.entries(parts)) files[path] = xml.replace(/^<[\w:]+/, `$& ${NAMESPACES}`);
  return makeZip(files);
}

/** The same as one flat XML file. */
export function makeFlatOdf(kind: OdfKind, body: string): Uint8Array {
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8"?><office:document ${NAMESPACES}><office:meta><dc:title>Flat</dc:title></office:meta><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document>`,
  );
}
