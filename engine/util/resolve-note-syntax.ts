/** Fills up what a replacement shortens, so that offsets stay. `withoutHiddenCharacters` removes it again. */
const FILLER = "\u200b";
/** Begins everything that is resolved. Most sentences have none of it. */
const MARKS = /%%|\[\[|\[[!^]|==|\^/;

const SYNTAX = new RegExp(
  [
    // Nothing is resolved in code: a fenced block, also one whose end is missing, or code within a line.
    /(?:^|\n)[ \t>]*(?<fence>`{3,}(?![^\n]*`)|~{3,})[\s\S]*?(?:\n[ \t>]*\k<fence>[`~]*|$)/,
    /(?<!`)(?<ticks>`+)(?!`)[\s\S]{1,500}?(?<!`)\k<ticks>(?!`)/,
    // `%%hidden%%`. One that begins a line may end after the text.
    /%%[\s\S]{0,5000}?%%|(?<=^|\n)[ \t]*%%[\s\S]*$/,
    // `![[file]]` shows another file.
    /!\[\[[^[\]\n]{0,300}\]\]/,
    // `[[page]]`, `[[page#heading]]`, `[[page|words]]`, and `[[page\|words]]` in a table.
    /\[\[(?<page>[^[\]|\n]{1,300}?)(?:\\?\|(?<words>[^[\]\n]{0,300}))?\]\]/,
    /==(?=[^\s=])(?<marked>[^=\n]{1,500}?)(?<=\S)==/,
    // `^name` at the end of a line names the block.
    /(?<=^|\n|[ \t])\^(?=[\w-]*[A-Za-z])[\w-]{1,40}(?=[ \t]*(?:\n|$))/,
    // `[!warning]` makes a quotation a callout, with a title after it.
    /(?<=(?:^|\n)[ \t]*>[ \t>]*)\[!(?<callout>[\w-]{1,30})(?:\|[^\]\n]{0,50})?\][+-]?(?=(?<title>[^\n]*))/,
    // `[^1]` refers to a footnote, `[^1]:` begins one.
    /\[\^\w{1,20}\]:?/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "g",
);

/**
 * Markdown with the syntax that note-taking apps add to it as a reader sees it: links between notes by their words, no
 * hidden remarks, marks, names of blocks and footnotes, callouts by their title. Its length and the offsets of all other
 * words stay the same.
 */
export function resolveNoteSyntax(markdown: string): string {
  if (!MARKS.test(markdown)) return markdown;
  return markdown.replace(SYNTAX, (match: string, ...rest: readonly unknown[]) => {
    const shown = wordsOf(match, rest.at(-1) as Partial<Record<string, string>>);
    return shown === match ? match : fill(shown, match);
  });
}

function wordsOf(match: string, groups: Partial<Record<string, string>>): string {
  const { fence, ticks, page, words, marked, callout, title = "" } = groups;
  if (fence !== undefined || ticks !== undefined) return match;
  if (page !== undefined) return words?.trim() || pageName(page);
  if (marked !== undefined) return resolveNoteSyntax(marked);
  if (callout !== undefined && title.trim() === "") return callout.charAt(0).toUpperCase() + callout.slice(1);
  return "";
}

function pageName(page: string): string {
  const name = page.replace(/#\^.*$/, "").replace(/^#/, "");
  return name.split("#").length > 3 ? name : name.replaceAll("#", " > ");
}

/** Line ends stay, so that no block begins or ends elsewhere. */
function fill(shown: string, match: string): string {
  if (shown !== "") return shown + FILLER.repeat(match.length - shown.length);
  return match.replace(/[^\n]/g, FILLER);
}
