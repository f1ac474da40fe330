import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { Focus, Turn } from "../../../../engine/model/chat";
import { onPendingAsk, type PendingAsk, takePendingAsk } from "../../../platform/pending-ask";
import { usePageFocus } from "../attach/use-page-focus";
import { useConversation } from "../conversation/use-conversation";
import type { SourceChoice } from "../scope/source-chips";
import { useScope } from "../scope/use-scope";
import { type Command, parseCommand } from "./commands/parse-command";
import { usePrompts } from "./commands/prompts-dialog";
import type { QuestionBoxHandle } from "./question-box";

type AskCommand = Extract<Command, { kind: "ask" }>;

/** Everything that leads to a question: what was typed, what it is narrowed to, and what other places wish for. */
export function useComposer(
  choices: readonly SourceChoice[] | undefined,
  initialQuestion: string | undefined,
) {
  const conversation = useConversation({ shouldRestore: initialQuestion === undefined });
  const page = usePageFocus();
  const scopeState = useScope(choices);
  const prompts = usePrompts();
  const questionBox = useQuestionBoxRef(page);
  const [pending, setPending] = useState<PendingAsk>();
  const [editing, setEditing] = useState<Turn>();
  const [hint, setHint] = useState<string>();
  const [isEditingPrompts, setIsEditingPrompts] = useState(false);

  const askInitialQuestion = useEffectEvent(() => {
    if (initialQuestion) conversation.ask({ question: initialQuestion, scope: {} });
  });
  useEffect(() => askInitialQuestion(), []);

  const applyPending = (next: PendingAsk, focus: Focus | undefined) => {
    page.setFocus(focus);
    if (next.question) conversation.ask({ question: next.question, scope: focus ? { focus } : {} });
  };
  usePendingAsk((next) => {
    page.dismiss();
    setPending(next);
    // A link is asked about once its site is allowed.
    if (!next.needsHost) applyPending(next, next.focus);
  });

  const ask = ({ question, find, since, aboutPage }: AskCommand) => {
    if (aboutPage && !page.focus) {
      page.focusOnPage(undefined, (focus) => conversation.ask({ question, scope: { focus } }));
      return;
    }
    const scope = page.focus ? { focus: page.focus } : { ...scopeState.scope, ...(since && { since }) };
    // Documents are listed from everywhere.
    if (find) conversation.ask({ question, scope: {}, find });
    else if (editing) conversation.retry(editing, { question, ...(since && { scope }) }, { fresh: true });
    else conversation.ask({ question, scope });
    setEditing(undefined);
  };

  const send = (text: string): boolean => {
    const command = parseCommand(text, { prompts: prompts.prompts, now: Date.now() });
    setPending(undefined);
    setHint(command.kind === "incomplete" ? command.problem : undefined);
    if (command.kind === "ask") ask(command);
    else if (command.kind === "attach-page") page.focusOnPage();
    else if (command.kind === "edit-prompts") setIsEditingPrompts(true);
    return command.kind !== "incomplete";
  };

  const edit = (turn: Turn) => {
    setEditing(turn);
    questionBox.current?.fill(turn.question);
  };
  const stopEditing = () => {
    if (editing) questionBox.current?.fill("");
    setEditing(undefined);
    setHint(undefined);
  };

  return {
    ...{ conversation, page, scopeState, prompts, questionBox, pending, editing, hint, isEditingPrompts },
    ...{ send, edit, stopEditing, applyPending, setPending, setIsEditingPrompts },
    /** Takes the last question into the box. */
    recall: () => {
      const last = conversation.turns.at(-1);
      if (last) edit(last);
    },
  };
}

/** The question box; it takes the keyboard when what is asked about was attached, or taken away with its button. */
function useQuestionBoxRef({ attaching, focus }: ReturnType<typeof usePageFocus>) {
  const questionBox = useRef<QuestionBoxHandle>(null);
  const focusTarget = attaching ? "reading" : focus?.focusId;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked about is why it runs.
  useEffect(() => questionBox.current?.focus(), [focusTarget]);
  return questionBox;
}

/** Hands over what the context menu or the omnibox wants of the panel, now and whenever they want more. */
function usePendingAsk(onPending: (pending: PendingAsk) => void): void {
  const handle = useEffectEvent(onPending);
  useEffect(() => {
    const take = async () => {
      const pending = await takePendingAsk();
      if (pending) handle(pending);
    };
    void take();
    return onPendingAsk(() => void take());
  }, []);
}
