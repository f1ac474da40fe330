import type { Turn } from "../../../../engine/model/chat";
import { Button } from "../../../ui/button";
import { Notice } from "../../../ui/notice";
import { useCopy } from "../../../ui/use-copy";

/** Copies an answer as Markdown, with its citations as links. */
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

/** An answer as Markdown: its text, then its citations as a numbered list of links. */
export function answerToMarkdown({ text, citations }: Pick<Turn, "text" | "citations">): string {
  const links = citations.map(({ n, title, url }) => `[${n}] [${escapeLabel(title)}](<${url}>)`);
  return links.length === 0 ? text : `${text.trimEnd()}\n\n${links.join("\n")}\n`;
}

function escapeLabel(title: string): string {
  return title.replace(/[[\]\\]/g, "\\$&");
}
