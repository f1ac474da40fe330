import { useEffect, useState } from "react";
import { type Prompt, readPrompts, savePrompts } from "../../../../platform/prompts";

/** The person's own commands. */
export function usePrompts() {
  const [prompts, setPrompts] = useState<readonly Prompt[]>([]);
  useEffect(() => {
    void readPrompts().then(setPrompts);
  }, []);
  return {
    prompts,
    save: (changed: readonly Prompt[]) => {
      setPrompts(changed);
      void savePrompts(changed);
    },
  };
}
