/** Folders that programs create. Their files would outnumber those of the person. */
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

/** Files that operating systems and programs create. */
const EXCLUDED_FILES = new Set([".DS_Store", "Thumbs.db", "desktop.ini"]);

export interface FolderEntry {
  readonly kind: "file" | "directory";
  readonly name: string;
}

/** True for entries that never become a ledger row. Names that start with a dot are hidden, on Windows too. */
export function isExcluded({ kind, name }: FolderEntry, includeHidden: boolean): boolean {
  if (name.startsWith(".") && !includeHidden) return true;
  if (kind === "directory") return EXCLUDED_FOLDERS.has(name);
  // Word and Excel create a "~$report.docx" beside every open document.
  return EXCLUDED_FILES.has(name) || name.startsWith("~$");
}
