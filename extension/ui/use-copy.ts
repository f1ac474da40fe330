import { useEffect, useState } from "react";
import { useAction } from "./use-action";

/** How long a button confirms the copy, in milliseconds. */
const CONFIRMATION_MS = 2_000;

/** Copies text to the clipboard and confirms it for a moment. */
export function useCopy() {
  const [copied, setCopied] = useState(false);
  const action = useAction();
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), CONFIRMATION_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  return {
    copied,
    problem: action.problem,
    dismiss: action.dismiss,
    copy: (text: string) =>
      void action.run(async () => {
        await navigator.clipboard.writeText(text);
        setCopied(true);
      }),
  };
}
