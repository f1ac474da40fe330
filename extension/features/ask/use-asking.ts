import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { Focus, Turn } from "../../../engine/model/chat";
import type { PendingAsk } from "../../platform/pending-ask";
import { readWish, type Wish } from "./commands";
import type { QuestionBoxHandle } from "./question-box";
import type { SourceChoice } from "./source-chips";
import { useConversation } from "./use-conversation";
import { useNarrowing } from "./use-narrowing";
import { usePage } from "./use-page";
import { usePendingAsk } from "./use-pending-ask";
import { usePrompts } from "./use-prompts";

type Question = Extract<Wish, { kind: "ask" }>;

/** Everything that leads to a question: what was typed, what it is narrowed to, and what other places wish for. */
export function useAsking(choices: readonly SourceChoice[] | undefined, initialQuestion: string | undefined) {
  const conversation = useConversation({ goesOn: initialQuestion === undefined });
  const page = usePage();
  const narrowing = useNarrowing(choices);
  const prompts = usePrompts();
  const box = useBox(page);
  const [wish, setWish] = useState<PendingAsk>();
  const [editing, setEditing] = useState<Turn>();
  const [hint, setHint] = useState<string>();
  const [writesPrompts, setWritesPrompts] = useState(false);

  const askFirst = useEffectEvent(() => {
    if (initialQuestion) conversation.ask({ question: initialQuestion, scope: {} });
  });
  useEffect(() => askFirst(), []);

  const follow = (next: PendingAsk, focus: Focus | undefined) => {
    page.setFocus(focus);
    if (next.question) conversation.ask({ question: next.question, scope: focus ? { focus } : {} });
  };
  usePendingAsk((next) => {
    page.dismiss();
    setWish(next);
    // A link is asked about once its site is allowed.
    if (!next.needsHost) follow(next, next.focus);
  });

  const ask = ({ question, find, since, aboutPage }: Question) => {
    if (aboutPage && !page.focus) {
      page.focusOnPage(undefined, (focus) => conversation.ask({ question, scope: { focus } }));
      return;
    }
    const narrowed = page.focus ? { focus: page.focus } : { ...narrowing.scope, ...(since && { since }) };
    // Documents are listed from everywhere.
    if (find) conversation.ask({ question, scope: {}, find });
    else if (editing)
      conversation.again(editing, { question, ...(since && { scope: narrowed }) }, { fresh: true });
    else conversation.ask({ question, scope: narrowed });
    setEditing(undefined);
  };

  const send = (text: string): boolean => {
    const meant = readWish(text, { prompts: prompts.prompts, now: Date.now() });
    setWish(undefined);
    setHint(meant.kind === "incomplete" ? meant.problem : undefined);
    if (meant.kind === "ask") ask(meant);
    else if (meant.kind === "attach-page") page.focusOnPage();
    else if (meant.kind === "edit-prompts") setWritesPrompts(true);
    return meant.kind !== "incomplete";
  };

  const edit = (turn: Turn) => {
    setEditing(turn);
    box.current?.fill(turn.question);
  };
  const stopEditing = () => {
    if (editing) box.current?.fill("");
    setEditing(undefined);
    setHint(undefined);
  };

  return {
    ...{ conversation, page, narrowing, prompts, box, wish, editing, hint, writesPrompts },
    ...{ send, edit, stopEditing, follow, setWish, setWritesPrompts },
    /** Takes the last question into the box. */
    recall: () => {
      const last = conversation.turns.at(-1);
      if (last) edit(last);
    },
  };
}

/** The question box; it takes the keyboard when what is asked about was attached, or taken away with its button. */
function useBox({ attaching, focus }: ReturnType<typeof usePage>) {
  const box = useRef<QuestionBoxHandle>(null);
  const about = attaching ? "reading" : focus?.focusId;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked about is why it runs.
  useEffect(() => box.current?.focus(), [about]);
  return box;
}
