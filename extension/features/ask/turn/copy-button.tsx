import type { Turn } from "../../../../engine/model/chat";
import { Button } from "../../../ui/button";
import { Notice } from "../../../ui/notice";
import { useCopy } from "../../../ui/use-copy";
import { answerToMarkdown } from "./answer-to-markdown";

/** Copies an answer with its citations as links. */
export function CopyButton({ turn }: { readonly turn: Turn }) {
  const { copied, problem, dismiss, copy } = useCopy();
  return (
    <>
      <Button tone="quiet" icon={copied ? "check" : "copy"} onClick={() => copy(answerToMarkdown(turn))}>
        {copied ? "Copied" : "Copy"}
      </Button>
      {problem && (
        <Notice tone="problem" onDismiss={dismiss}>
          {`Cannot copy the answer: ${problem}`}
        </Notice>
      )}
    </>
  );
}
