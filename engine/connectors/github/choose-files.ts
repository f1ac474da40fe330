import type { Settings } from "../../model/source";
import { readListSetting } from "../shared/settings/read-list-setting";
import type { TreeEntry } from "./schema";

/** The files of a repository that are read, and what is left out of its source code. */
export interface ChosenFiles {
  readonly entries: readonly TreeEntry[];
  /** Numbers of files of the source code that are left out, by the reason. */
  readonly leftOut: ReadonlyMap<string, number>;
}

const DOCUMENTATION = /\.(md|mdx|markdown|rst|adoc|asciidoc|org|textile|txt|ipynb)$/i;
/** Names of documentation that needs no ending. */
const DOCUMENTATION_NAME =
  /(^|\/)(readme|changelog|changes|history|news|contributing|license|licence|copying|notice|authors|maintainers|security|support|code_of_conduct|install|upgrading|todo|faq|roadmap|governance)$/i;
/** Folders of third parties, and of what a build makes. */
const THIRD_PARTY =
  /(^|\/)(node_modules|vendor|third_party|bower_components|pods|\.venv|venv|site-packages|dist|\.next|target|__pycache__|\.gradle)\//i;
const SOURCE =
  /\.(ts|tsx|mts|cts|js|jsx|mjs|cjs|vue|svelte|astro|css|scss|sass|less|html?|py|pyi|rb|erb|php|pl|pm|lua|r|jl|java|kt|kts|scala|groovy|gradle|clj|cljs|edn|c|h|cc|cpp|cxx|hpp|hh|m|mm|cs|fs|vb|go|rs|swift|zig|nim|d|dart|hs|ml|mli|elm|ex|exs|erl|hrl|lisp|el|scm|rkt|sh|bash|zsh|fish|bat|cmd|ps1|sql|graphql|gql|proto|thrift|json|jsonc|json5|ya?ml|toml|ini|cfg|conf|properties|xml|xsd|xslt|tf|hcl|nix|cmake|mk|tex|vim|asm|s|sol|wat|wgsl|glsl|hlsl|csproj|sln)$/i;
const SOURCE_NAME =
  /(^|\/)(makefile|dockerfile|containerfile|jenkinsfile|procfile|gemfile|rakefile|justfile|vagrantfile|codeowners|\.gitignore|\.env\.example|\.editorconfig)$/i;
const LOCK =
  /(^|\/)(package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|go\.sum|[^/]*\.lock|[^/]*\.lockfile)$/i;
const GENERATED =
  /\.min\.(js|css)$|\.(map|snap)$|\.pb\.(go|cc|h)$|_pb2(_grpc)?\.pyi?$|\.(g|freezed)\.dart$|\.designer\.cs$|\.generated\.[^/]+$|(^|\/)(__generated__|generated)\//i;
/** Git's mode of a symbolic link; its target is in the tree too. */
const SYMLINK_MODE = "120000";
/** A larger file of source code is data, or made by a program. */
const MAX_SOURCE_BYTES = 256 * 1024;
const MAX_SOURCE_FILES = 2_000;

export function isDocumentation(path: string): boolean {
  return DOCUMENTATION.test(path) || DOCUMENTATION_NAME.test(path);
}

/** Whether the source code of this repository is read. */
export function readsCode(settings: Settings, repo: string): boolean {
  const chosen = readListSetting(settings, "code").map((name) => name.toLowerCase());
  return chosen.includes(repo.toLowerCase());
}

/** Chooses the files to read, those near the root first: documentation, and source code where it is wanted. */
export function chooseFiles(
  tree: readonly TreeEntry[],
  { documentation, code }: { readonly documentation: boolean; readonly code: boolean },
): ChosenFiles {
  const files = tree.filter(({ type, mode }) => type === "blob" && mode !== SYMLINK_MODE);
  const leftOut = new Map<string, number>();
  const chosen: TreeEntry[] = [];
  let sources = 0;
  for (const entry of [...files].sort(byDepth)) {
    if (isDocumentation(entry.path) && !THIRD_PARTY.test(entry.path)) {
      if (documentation) chosen.push(entry);
      continue;
    }
    if (!code) continue;
    const reason = sources < MAX_SOURCE_FILES ? reasonNotRead(entry) : `beyond the first ${MAX_SOURCE_FILES}`;
    if (reason === undefined) {
      chosen.push(entry);
      sources++;
    } else leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1);
  }
  return { entries: chosen, leftOut };
}

function reasonNotRead({ path, size }: TreeEntry): string | undefined {
  if (THIRD_PARTY.test(path)) return "of third parties or builds";
  if (LOCK.test(path)) return "lock files";
  if (GENERATED.test(path)) return "generated";
  if (!SOURCE.test(path) && !SOURCE_NAME.test(path)) return "of other kinds";
  return (size ?? 0) > MAX_SOURCE_BYTES ? `larger than ${MAX_SOURCE_BYTES / 1024} KB` : undefined;
}

function byDepth(a: TreeEntry, b: TreeEntry): number {
  const depth = a.path.split("/").length - b.path.split("/").length;
  return depth || (a.path < b.path ? -1 : 1);
}
