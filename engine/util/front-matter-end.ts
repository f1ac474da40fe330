/** YAML between two lines of three dashes, or TOML between two of three plus signs, at the very top. */
const FRONT_MATTER = /^(---|\+\+\+)[ \t]*\r?\n(?:(?!\1)[^\n]*\n){0,200}?\1[ \t]*(?:\r?\n|$)/;

/** Where the front matter of a Markdown text ends; 0 where it has none. Markdown would find a heading in it. */
export function frontMatterEnd(text: string): number {
  return FRONT_MATTER.exec(text)?.[0].length ?? 0;
}
