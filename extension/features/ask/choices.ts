import type { Scope } from "../../../engine/model/chat";
import type { Prompt } from "../../platform/prompts";
import type { IconName } from "../../ui/icons/icon-paths";
import { COMMANDS } from "./commands";
import type { Completing } from "./complete";
import { fitting } from "./complete";
import type { SourceChoice } from "./source-chips";

/** Entries shown at most: more are reached by typing on. */
const SHOWN = 8;

/** An entry of the menu under the caret. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly icon: IconName;
  /** Takes the place of what was typed. */
  readonly insert: string;
  /** Asks what it says at once. */
  readonly atOnce?: boolean;
  /** Narrows the question. */
  readonly narrow?: Pick<Scope, "sources" | "containers">;
}

interface Offered {
  readonly sources: readonly SourceChoice[];
  /** Names of folders. */
  readonly folders: readonly string[];
  readonly prompts: readonly Prompt[];
}

/** What can be put in place of the word at the caret. */
export function choicesFor(word: Completing, offered: Offered): readonly Choice[] {
  const all = word.kind === "command" ? commands(offered) : mentions(offered);
  return fitting(all, word.typed, ({ label }) => label.replace(/^\//, "")).slice(0, SHOWN);
}

function commands({ prompts }: Offered): readonly Choice[] {
  const own = prompts.map(({ name, text }) => ({ name, hint: text, atOnce: !text.includes("{text}") }));
  return [...COMMANDS, ...own].map(({ name, hint, atOnce = false }) => ({
    id: `/${name}`,
    label: `/${name}`,
    hint,
    icon: "chevron",
    insert: `/${name} `,
    atOnce,
  }));
}

function mentions({ sources, folders }: Offered): readonly Choice[] {
  return [
    ...sources.map(({ id, label, icon }): Choice => {
      return { id: `source ${id}`, label, icon, insert: "", narrow: { sources: [{ id, label }] } };
    }),
    ...folders.map((name): Choice => {
      return {
        ...{ id: `folder ${name}`, label: name, hint: "Folder", icon: "folder" },
        insert: "",
        narrow: { containers: [name] },
      };
    }),
  ];
}
