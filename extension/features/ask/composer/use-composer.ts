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

/** The state of the composer: the text as a command, the scope, the edited turn, and requests of other surfaces. */
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
  const [edited, setEdited] = useState<Turn>();
  // A turn of another chat cannot be asked again in this one.
  const editing = edited?.chatId === conversation.chatId ? edited : undefined;
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
    // A linked page is opened after its site was allowed.
    if (!next.needsHost) applyPending(next, next.focus);
  });

  const ask = ({ question, find, since, aboutPage }: AskCommand) => {
    if (aboutPage && !page.focus) {
      page.focusOnPage(undefined, (focus) => conversation.ask({ question, scope: { focus } }));
      return;
    }
    const scope = page.focus ? { focus: page.focus } : { ...scopeState.scope, ...(since && { since }) };
    // The list of documents ignores the scope.
    if (find) conversation.ask({ question, scope: {}, find });
    else if (editing) conversation.retry(editing, { question, ...(since && { scope }) }, { fresh: true });
    else conversation.ask({ question, scope });
    setEdited(undefined);
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
    setEdited(turn);
    questionBox.current?.fill(turn.question);
  };
  const stopEditing = () => {
    if (editing) questionBox.current?.fill("");
    setEdited(undefined);
    setHint(undefined);
  };

  return {
    ...{ conversation, page, scopeState, prompts, questionBox, pending, editing, hint, isEditingPrompts },
    ...{ send, edit, stopEditing, applyPending, setPending, setIsEditingPrompts },
    /** Edits the last question. */
    recall: () => {
      const last = conversation.turns.at(-1);
      if (last) edit(last);
    },
  };
}

/** The question box. It gets the focus back after attach and detach, whose buttons disappear. */
function useQuestionBoxRef({ attaching, focus }: ReturnType<typeof usePageFocus>) {
  const questionBox = useRef<QuestionBoxHandle>(null);
  const focusTarget = attaching ? "reading" : focus?.focusId;
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the target changes.
  useEffect(() => questionBox.current?.focus(), [focusTarget]);
  return questionBox;
}

/** Calls `onPending` with the requests of the context menu and the omnibox: the stored one and all that follow. */
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
