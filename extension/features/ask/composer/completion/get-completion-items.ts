import type { Scope } from "../../../../../engine/model/chat";
import type { Prompt } from "../../../../platform/prompts";
import type { IconName } from "../../../../ui/icons/icon-paths";
import type { SourceChoice } from "../../scope/source-chips";
import { COMMANDS } from "../commands/parse-command";
import type { CompletionToken } from "./find-completion-token";
import { rankByPrefix } from "./find-completion-token";

/** Most items shown. */
const MAX_ITEMS = 8;

/** An item of the completion menu. */
export interface CompletionItem {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly icon: IconName;
  /** Replaces the token. */
  readonly insertText: string;
  /** True when choosing it submits it. */
  readonly submitsImmediately?: boolean;
  /** Added to the scope of the question. */
  readonly scope?: Pick<Scope, "sources" | "containers">;
}

interface CompletionSources {
  readonly sources: readonly SourceChoice[];
  /** Names of folders. */
  readonly folders: readonly string[];
  readonly prompts: readonly Prompt[];
}

/** The completions of a token. */
export function getCompletionItems(
  token: CompletionToken,
  sources: CompletionSources,
): readonly CompletionItem[] {
  const all = token.kind === "command" ? commands(sources) : mentions(sources);
  return rankByPrefix(all, token.query, ({ label }) => label.replace(/^\//, "")).slice(0, MAX_ITEMS);
}

function commands({ prompts }: CompletionSources): readonly CompletionItem[] {
  const own = prompts.map(({ name, text }) => ({
    name,
    hint: text,
    submitsImmediately: !text.includes("{text}"),
  }));
  return [...COMMANDS, ...own].map(({ name, hint, submitsImmediately = false }) => ({
    id: `/${name}`,
    label: `/${name}`,
    hint,
    icon: "chevron",
    insertText: `/${name} `,
    submitsImmediately,
  }));
}

function mentions({ sources, folders }: CompletionSources): readonly CompletionItem[] {
  return [
    ...sources.map(({ id, label, icon }): CompletionItem => {
      return { id: `source ${id}`, label, icon, insertText: "", scope: { sources: [{ id, label }] } };
    }),
    ...folders.map((name): CompletionItem => {
      return {
        ...{ id: `folder ${name}`, label: name, hint: "Folder", icon: "folder" },
        insertText: "",
        scope: { containers: [name] },
      };
    }),
  ];
}
