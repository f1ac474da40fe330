import type { TurnEvent } from "../../engine/chat/reduce-turn";
import type { ConnectorDeclaration } from "../../engine/connectors/connector";
import type { AskRequest, Suggestion, TurnRef } from "../../engine/contract/ask";
import type { FocusContent, FocusSummary } from "../../engine/contract/focus";
import type { CompanionAccess, SignIn } from "../../engine/contract/sign-in";
import type { LedgerQuery, NewSource, SourceChange, SourceSummary } from "../../engine/contract/sources";
import type { EngineStatus } from "../../engine/contract/status";
import type { PlainError } from "../../engine/errors/to-plain-error";
import type { ModelOverview } from "../../engine/llm/models";
import type { Chat, ChatWithTurns, Turn } from "../../engine/model/chat";
import type { Document } from "../../engine/model/document";
import type { LedgerItem } from "../../engine/model/ledger";
import type { ModelServer, ModelSettings } from "../../engine/model/model-settings";
import type { Settings } from "../../engine/model/source";
import type { EgressEntry } from "../../engine/ports/egress-log";

export interface VaultSummary {
  readonly locked: boolean;
  readonly hasPassphrase: boolean;
}

/** Answered by the service worker: sources, ledger, pages. */
export interface BackgroundProtocol {
  "connector-list": { request: Record<string, never>; reply: readonly ConnectorDeclaration[] };
  "source-list": { request: Record<string, never>; reply: readonly SourceSummary[] };
  /** Permissions must already be granted by the page. The reply is the new source's id. */
  "source-add": {
    request: NewSource;
    reply: string;
  };
  "source-update": {
    request: { sourceId: string } & SourceChange;
  };
  "source-remove": { request: { sourceId: string } };
  "source-sync": { request: { sourceId: string } };
  /** Signs in and adds the source. `signInId` is chosen by the page: it names the sign-in for prompts and for cancelling; hosts must already be granted by the page. The reply is the new source's id. */
  "source-connect": {
    request: { connectorId: string; settings?: Settings; signIn: SignIn; signInId: string };
    reply: string;
  };
  /** Signs in again, as the same account. */
  "source-reconnect": {
    request: { sourceId: string; signIn: SignIn; signInId: string };
  };
  "sign-in-cancel": { request: { signInId: string } };
  /** Revokes and wipes the sign-in; `forget` also removes everything the source brought. */
  "source-disconnect": { request: { sourceId: string; forget: boolean } };
  "item-retry": { request: { sourceId: string; itemId: string } };
  "vault-status": { request: Record<string, never>; reply: VaultSummary };
  /** Sets or changes the passphrase; null takes it away. */
  "vault-passphrase": { request: { passphrase: string | null } };
  "vault-unlock": { request: { passphrase: string } };
  /** The preference for locking by itself has changed: the service worker reads it again. */
  "vault-idle-lock": { request: Record<string, never> };
  "vault-lock": { request: Record<string, never> };
  "model-settings-get": { request: Record<string, never>; reply: ModelSettings };
  /** Keeps the settings whole and tells the engine; hosts must already be granted by the page. */
  "model-settings-set": { request: ModelSettings };
  /** Keeps the key of a model server in the vault; null forgets it. */
  "model-key-set": { request: { serverId: ModelServer["id"]; key: string | null } };
  /** Adds the companion or moves it, for models and sign-ins; its host must already be granted by the page. */
  "companion-set": { request: CompanionAccess };
  /** For the engine alone, which sends it to that server; null where there is none. LockedError while locked. */
  "model-key-get": { request: { serverId: ModelServer["id"] }; reply: string | null };
  /** Ids of the servers that have a key. */
  "model-key-list": { request: Record<string, never>; reply: readonly string[] };
  "ledger-list": {
    request: { sourceId: string } & LedgerQuery;
    reply: readonly LedgerItem[];
  };
  /** Takes one item out of a source that the person fills by hand ("Saved pages"). */
  "item-remove": { request: { sourceId: string; itemId: string } };
  /** Removes everything Atlas has stored. */
  "data-clear": { request: Record<string, never> };
  /** Saves the page of the active tab into "Saved pages"; the reply is its title. */
  "page-save": { request: Record<string, never>; reply: { title: string } };
  /** Reads a tab, the active one where none is named, and opens a focus on it. */
  "page-focus": { request: { tabId?: number }; reply: FocusSummary };
  /** Opens a focus on what is selected in the active tab. */
  "selection-focus": { request: Record<string, never>; reply: FocusSummary };
  /** Fetches a linked page, whose site the person has allowed, and opens a focus on it. */
  "link-focus": { request: { url: string }; reply: FocusSummary };
}

/** Answered by the engine worker. A message with an `event` sends any number of them before its reply. */
export interface EngineProtocol {
  "engine-status": { request: Record<string, never>; reply: EngineStatus };
  suggest: { request: { query: string; limit: number }; reply: readonly Suggestion[] };
  "document-get": { request: { sourceId: string; itemId: string }; reply: Document | null };
  /** Every model of every provider, also those that cannot be used, with the reason. `fresh` asks servers again. */
  "model-list": { request: { fresh?: boolean }; reply: ModelOverview };
  /** The settings have changed; sent by the service worker. */
  "model-settings": { request: ModelSettings };
  /** Starts a download, or goes on with it; changes are announced and `model-list` tells the progress. */
  "model-download": { request: { modelId: string } };
  "model-download-cancel": { request: { modelId: string } };
  /** Frees what a download took. */
  "model-remove": { request: { modelId: string } };
  /** What left this computer, newest first. */
  "egress-list": { request: { offset: number; limit: number }; reply: readonly EgressEntry[] };
  /**
   * Answers a turn and keeps it in its chat, whether or not the caller goes on waiting; only `answer-stop` ends it
   * early. Replies when the turn is over and kept, however it ended.
   */
  ask: { request: { turn: Turn; request: AskRequest }; event: TurnEvent };
  /** All events of an answer that is being made, from the beginning; replies as `ask` does, at once when it is over. */
  "answer-follow": { request: TurnRef; event: TurnEvent };
  "answer-stop": { request: TurnRef };
  /** As `ChatStore.list`. */
  "chat-list": { request: { words: string }; reply: readonly Chat[] };
  /**
   * With `newest`, only so many of its last questions. Turns whose answer is being made are `waiting`, whatever has
   * come of it: follow them with `answer-follow`.
   */
  "chat-get": { request: { chatId: string; newest?: number }; reply: ChatWithTurns | null };
  "chat-change": { request: { chatId: string; title?: string; pinned?: boolean } };
  /** Stops what is being answered in them, too. */
  "chat-delete": { request: { chatIds: readonly string[] } };
  /** Questions that may come next, read off the documents this turn cites. */
  "follow-ups": { request: TurnRef; reply: readonly string[] };
  /** Reads a file and opens a focus on it. The event is the share of a picture that is read, 0 to 1. */
  "file-attach": { request: Attachment; event: number; reply: FocusSummary };
  "focus-open": { request: FocusContent; reply: FocusSummary };
  /** What was read of an open focus. NotFoundError once it was closed or pushed out by newer ones. */
  "focus-text": { request: { focusId: string }; reply: string };
  "focus-close": { request: { focusId: string } };
  /** There may be new work in the outbox; replies before it is done. */
  "outbox-drain": { request: Record<string, never> };
}

/** A file the person gives, under an address that only pages of Atlas can open (`blob:`). */
export interface Attachment {
  readonly name: string;
  /** As the browser tells it, often empty. */
  readonly mediaType: string;
  readonly url: string;
}

export type BackgroundMessage = keyof BackgroundProtocol;
export type EngineMessage = keyof EngineProtocol;

interface MessageShape {
  readonly request: unknown;
  readonly reply?: unknown;
  readonly event?: unknown;
}

/** What a handler returns; nothing where the protocol names no reply. */
// biome-ignore lint/suspicious/noConfusingVoidType: it is what functions without a result return.
export type ReplyOf<Message extends MessageShape> = Message extends { reply: infer Reply } ? Reply : void;

/** What comes before the reply; never where the protocol names no event. */
export type EventOf<Message extends MessageShape> = Message extends { event: infer Event } ? Event : never;

export type MessageReply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: PlainError };
