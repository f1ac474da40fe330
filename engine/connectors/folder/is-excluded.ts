/** Folders of programs, not of people; their files would drown the person's own. */
const EXCLUDED_FOLDERS = new Set([
  ".git",
  ".hg",
  ".svn",
  "node_modules",
  "bower_components",
  "__pycache__",
  "__MACOSX",
  "$RECYCLE.BIN",
  "System Volume Information",
]);

/** Files that systems and programs leave behind. */
const EXCLUDED_FILES = new Set([".DS_Store", "Thumbs.db", "desktop.ini"]);

export interface FolderEntry {
  readonly kind: "file" | "directory";
  readonly name: string;
}

/** True for what never becomes a ledger row. Names that start with a dot count as hidden, on Windows as well. */
export function isExcluded({ kind, name }: FolderEntry, includeHidden: boolean): boolean {
  if (name.startsWith(".") && !includeHidden) return true;
  if (kind === "directory") return EXCLUDED_FOLDERS.has(name);
  // Word and Excel keep a "~$report.docx" beside every document that is open.
  return EXCLUDED_FILES.has(name) || name.startsWith("~$");
}
