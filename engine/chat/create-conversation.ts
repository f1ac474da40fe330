import type { Turn } from "../model/chat";
import type {
  AnswerListener,
  AnswerStream,
  AttemptOptions,
  Conversation,
  ConversationDeps,
  TurnInput,
} from "./conversation";
import { createTurn } from "./create-turn";
import { type ConversationAction, type ConversationState, reduceConversation } from "./reduce-conversation";
import { isInProgress } from "./reduce-turn";
import { toAskRequest } from "./to-ask-request";

/** Turns that are loaded first, so that a long chat opens as fast as a short one; older ones seldom change. */
const RECENT_TURNS = 50;

export function createConversation(deps: ConversationDeps): Conversation {
  const store = createStore({ chatId: deps.createChatId(), turns: [] });
  const session: Session = { requestedChatId: store.getSnapshot().chatId, stream: undefined };
  const context = { deps, store, session };
  return {
    subscribe: store.subscribe,
    getSnapshot: store.getSnapshot,
    connect: () => connect(context),
    restore: () => restore(context),
    open: (chatId) => openChat(context, chatId),
    startChat: () => show(context, { chatId: deps.createChatId(), turns: [] }),
    ask: (input) => send(context, toNextTurn(store.getSnapshot(), input, deps.clock.now())),
    retry: (turn, input, options) =>
      send(context, createTurn({ ...turn, ...input, askedAt: deps.clock.now() }), options),
    stop: () => stop(context),
  };
}

interface ConversationStore {
  subscribe(listener: () => void): () => void;
  getSnapshot(): ConversationState;
  dispatch(action: ConversationAction): void;
}

interface Session {
  /** The chat that was asked for last. Loading takes time: replies for any other chat are dropped. */
  requestedChatId: string | undefined;
  stream: AnswerStream | undefined;
}

interface ConversationContext {
  readonly deps: ConversationDeps;
  readonly store: ConversationStore;
  readonly session: Session;
}

function createStore(initial: ConversationState): ConversationStore {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => state,
    dispatch: (action) => {
      const next = reduceConversation(state, action);
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener();
    },
  };
}

function connect(context: ConversationContext): () => void {
  const { deps, store, session } = context;
  session.requestedChatId = store.getSnapshot().chatId;
  const unsubscribe = deps.onChatChange((chatId) => {
    // The next change is another chance to load what could not be loaded.
    mergeChange(context, chatId).catch(() => {});
  });
  return () => {
    unsubscribe();
    session.requestedChatId = undefined;
    session.stream?.unsubscribe();
  };
}

/** Merges a change of another window, and follows an answer that it asked for. */
async function mergeChange(context: ConversationContext, chatId: string): Promise<void> {
  const { session } = context;
  if (chatId !== session.requestedChatId) return;
  const turns = await mergeStored(context, chatId, { newest: RECENT_TURNS });
  if (session.requestedChatId === chatId && !session.stream?.isActive()) followRunning(context, turns);
}

async function restore(context: ConversationContext): Promise<void> {
  const { deps, session } = context;
  const before = session.requestedChatId;
  const chatId = await deps.readOpenChat();
  if (chatId !== undefined && session.requestedChatId === before) await openChat(context, chatId);
}

async function openChat(context: ConversationContext, chatId: string): Promise<void> {
  const { deps, store, session } = context;
  const before = session.requestedChatId;
  session.requestedChatId = chatId;
  const found = await deps.loadChat(chatId, { newest: RECENT_TURNS }).catch((error: unknown) => {
    if (session.requestedChatId === chatId) session.requestedChatId = before;
    throw error;
  });
  if (session.requestedChatId !== chatId) return;
  if (!found) {
    // Deleted in another window: the shown chat stays, and no more of the deleted one is expected.
    session.requestedChatId = before;
    return store.dispatch({ type: "stop", chatId });
  }
  show(context, { chatId, turns: found.turns });
  followRunning(context, found.turns);
  if (found.turns.length === RECENT_TURNS) await mergeStored(context, chatId, {});
}

function show({ deps, store, session }: ConversationContext, conversation: ConversationState): void {
  session.stream?.unsubscribe();
  session.requestedChatId = conversation.chatId;
  store.dispatch({ type: "open", conversation });
  void deps.saveOpenChat(conversation.chatId);
}

/** Merges the stored turns into the chat, where it is still shown; returns them. */
async function mergeStored(
  { deps, store }: ConversationContext,
  chatId: string,
  options: { readonly newest?: number },
): Promise<readonly Turn[]> {
  const turns = (await deps.loadChat(chatId, options))?.turns ?? [];
  store.dispatch({ type: "merge-stored", conversation: { chatId, turns } });
  return turns;
}

function followRunning(context: ConversationContext, turns: readonly Turn[]): void {
  const running = turns.findLast(isInProgress);
  if (running) context.session.stream = context.deps.follow(running, listenerFor(context, running));
}

function listenerFor(context: ConversationContext, turn: Turn): AnswerListener {
  return {
    onEvent: (event) => context.store.dispatch({ type: "event", turnRef: turn, event }),
    onEnd: () => {
      if (context.session.requestedChatId !== turn.chatId) return;
      // A chat that cannot be loaded stays as it is shown.
      openChat(context, turn.chatId).catch(() => {});
    },
  };
}

function send(context: ConversationContext, turn: Turn, options: AttemptOptions = {}): void {
  const { deps, store, session } = context;
  const { turns } = store.getSnapshot();
  stop(context);
  session.requestedChatId = turn.chatId;
  void deps.saveOpenChat(turn.chatId);
  store.dispatch({ type: "ask", turn });
  session.stream = deps.ask(turn, { ...toAskRequest(turn, turns), ...options }, listenerFor(context, turn));
}

function stop({ store, session }: ConversationContext): void {
  session.stream?.stop();
  store.dispatch({ type: "stop", chatId: store.getSnapshot().chatId });
}

/** Turn ids ascend, also when the clock was set back. */
function toNextTurn({ chatId, turns }: ConversationState, input: TurnInput, now: number): Turn {
  const id = Math.max(now, (turns.at(-1)?.id ?? 0) + 1);
  return createTurn({ ...input, chatId, id, askedAt: now });
}
