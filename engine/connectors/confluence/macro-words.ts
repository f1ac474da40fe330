/** What is said of a macro without a body. */
export interface MacroWords {
  /** Stands in the text; absent when the values say enough, or when a reader sees nothing either. */
  readonly words?: string | undefined;
  /** What the macro shows and the text has not. */
  readonly missing?: string | undefined;
  /** What its parameters say, as HTML. */
  readonly values: readonly string[];
}

interface MacroKind {
  readonly names: string;
  readonly words?: string;
  readonly missing?: string;
  /** The parameters a person reads, by name; "" is the one without a name. */
  readonly parameters?: readonly string[];
}

const MACROS: readonly MacroKind[] = [
  // They repeat the headings of the page, or show nothing.
  { names: "toc toc-zone anchor livesearch pagetreesearch search create-from-template" },
  {
    names: "include excerpt-include multiexcerpt-include multiexcerpt-include-macro include-page",
    words: "included",
    missing: "a text included from another page",
    parameters: ["", "default-parameter", "page", "PageWithExcerpt", "name"],
  },
  {
    names: "children pagetree",
    words: "list of child pages",
    missing: "a list of child pages",
    parameters: ["page", "root"],
  },
  {
    names:
      "contentbylabel listlabels recently-used-labels popular-labels related-labels recently-updated blog-posts index spaces spaces-list",
    words: "list of pages",
    missing: "a list of pages",
    parameters: ["cql", "labels", "label", "title"],
  },
  {
    names: "detailssummary",
    words: "report of page properties",
    missing: "a report of page properties",
    parameters: ["cql", "label", "headings"],
  },
  {
    names: "tasks-report-macro task-report decisionreport",
    words: "report of tasks",
    missing: "a report of tasks",
  },
  { names: "attachments", words: "list of attachments" },
  { names: "gallery", words: "gallery of pictures", missing: "a gallery of pictures", parameters: ["title"] },
  {
    names:
      "drawio drawio-sketch inc-drawio gliffy lucidchart lucidchart-cloud balsamiq mockup miro whiteboard creately",
    words: "diagram",
    missing: "a diagram",
    parameters: ["diagramDisplayName", "diagramName", "displayName", "name", "title", "url"],
  },
  {
    names: "view-file viewfile viewpdf viewdoc viewxls viewppt multimedia excellentable",
    words: "attachment",
    parameters: ["name", "attachment"],
  },
  { names: "widget iframe html-include rss embed smartlink", parameters: ["url", "src", ""] },
  { names: "profile profile-picture userprofile user-profile", parameters: ["user", "User", ""] },
  {
    names: "contributors contributors-summary change-history userlister space-details network",
    words: "list of people or changes",
    missing: "a list of people or changes",
  },
  { names: "chart roadmap timeline", words: "chart", missing: "a chart", parameters: ["title"] },
  { names: "mathinline mathblock easy-math-inline easy-math-block latex", parameters: ["body", ""] },
];

const KINDS: ReadonlyMap<string, MacroKind> = new Map(
  MACROS.flatMap((kind) => kind.names.split(" ").map((name) => [name, kind] as const)),
);

/** Parameters of any macro that a person may read; others are sizes, colours and ids. */
const READ_PARAMETERS = [
  "",
  "title",
  "name",
  "label",
  "text",
  "body",
  "caption",
  "url",
  "src",
  "page",
  "query",
  "cql",
];

export function describeMacro(name: string, parameters: ReadonlyMap<string, string>): MacroWords {
  const kind = KINDS.get(name);
  const read = kind ? (kind.parameters ?? []) : READ_PARAMETERS;
  // A file as a parameter is already named as one.
  const values = read
    .map((key) => (parameters.get(key)?.trim() ?? "").replace(/^\(attachment: (.*)\)$/, "$1"))
    .filter((value) => value !== "");
  if (kind) return { words: kind.words, missing: kind.missing, values: [...new Set(values)] };
  const words = `macro ${name}`;
  return { words, missing: `the ${words}`, values: [...new Set(values)] };
}

/** A sentence about what a page shows and its text has not; none for an empty list. */
export function noteLeftOut(missing: readonly string[]): readonly string[] {
  if (missing.length === 0) return [];
  const counts = new Map<string, number>();
  for (const what of missing) counts.set(what, (counts.get(what) ?? 0) + 1);
  const parts = [...counts].map(([what, count]) => (count === 1 ? what : `${what} (${count} times)`));
  return [`Not in the text: ${parts.join(", ")}`];
}
