import { useState } from "react";
import type { Scope } from "../../../../engine/model/chat";
import type { SourceChoice } from "./source-chips";

/** The selected sources and folders, which limit all questions until they are removed. */
export function useScope(choices: readonly SourceChoice[] | undefined) {
  const [selected, setSelected] = useState<readonly string[]>([]);
  const [folders, setFolders] = useState<readonly string[]>([]);
  const sources = choices?.filter(({ id }) => selected.includes(id)) ?? [];
  const scope: Scope = {
    ...(sources.length > 0 && { sources: sources.map(({ id, label }) => ({ id, label })) }),
    ...(folders.length > 0 && { containers: folders }),
  };
  return {
    scope,
    selected,
    setSelected,
    folders,
    removeFolder: (name: string) => setFolders(folders.filter((other) => other !== name)),
    add: (added: Pick<Scope, "sources" | "containers">) => {
      const ids = added.sources?.map(({ id }) => id) ?? [];
      setSelected([...new Set([...selected, ...ids])]);
      setFolders([...new Set([...folders, ...(added.containers ?? [])])]);
    },
  };
}
