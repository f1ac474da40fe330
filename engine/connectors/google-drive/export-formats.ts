const GOOGLE = "application/vnd.google-apps.";
const OFFICE = "application/vnd.openxmlformats-officedocument.";

/** A format that Google exports one of its own file types in. */
export interface ExportFormat {
  readonly mediaType: string;
  /** Ending of the exported file; absent for text. */
  readonly ending?: string;
  /** What this format lacks. */
  readonly note?: string;
}

const TOO_LARGE = "Google exports no more than 10 MB";

/** The export formats of Google's own file types, the most complete first; a smaller one follows. */
const EXPORTS: ReadonlyMap<string, readonly ExportFormat[]> = new Map<string, readonly ExportFormat[]>([
  [
    `${GOOGLE}document`,
    [
      { mediaType: "text/markdown" },
      { mediaType: "text/plain", note: `read without its layout, as ${TOO_LARGE}` },
    ],
  ],
  [
    `${GOOGLE}spreadsheet`,
    [
      { mediaType: `${OFFICE}spreadsheetml.sheet`, ending: "xlsx" },
      { mediaType: "text/csv", note: `only the first sheet is read, as ${TOO_LARGE}` },
    ],
  ],
  [
    `${GOOGLE}presentation`,
    [
      { mediaType: `${OFFICE}presentationml.presentation`, ending: "pptx" },
      { mediaType: "text/plain", note: `speaker notes are not read, as ${TOO_LARGE}` },
    ],
  ],
  [`${GOOGLE}drawing`, [{ mediaType: "application/pdf", ending: "pdf" }]],
]);

/** Google's file types without an export that Atlas can read. */
const NAMES: Readonly<Record<string, string>> = {
  form: "a Google Form",
  site: "a Google Site",
  map: "a map of Google My Maps",
  script: "an Apps Script project",
  jam: "a Jamboard",
  vid: "a Google Vid",
  fusiontable: "a Fusion Table",
  "drive-sdk": "a file of an app",
  shortcut: "a shortcut",
  document: "a Google Doc",
  spreadsheet: "a Google Sheet",
  presentation: "a Google Slides presentation",
  drawing: "a Google Drawing",
  folder: "a folder",
};

export function exportFormats(mimeType: string): readonly ExportFormat[] {
  return EXPORTS.get(mimeType) ?? [];
}

export function isGoogleFormat(mimeType: string): boolean {
  return mimeType.startsWith(GOOGLE);
}

/** "a Google Form"; what a new type is called. */
export function nameOfFormat(mimeType: string): string {
  const kind = mimeType.slice(GOOGLE.length).split(".")[0] ?? "";
  return isGoogleFormat(mimeType) ? (NAMES[kind] ?? `of Google's type "${kind}"`) : `of the type ${mimeType}`;
}
