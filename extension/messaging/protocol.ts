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
    reply: null;
  };
  "source-remove": { request: { sourceId: string }; reply: null };
  "source-sync": { request: { sourceId: string }; reply: null };
  /** Signs in and adds the source. `signInId` is chosen by the page: it names the sign-in for prompts and for cancelling; hosts must already be granted by the page. The reply is the new source's id. */
  "source-connect": {
    request: { connectorId: string; settings?: Settings; signIn: SignIn; signInId: string };
    reply: string;
  };
  /** Signs in again, as the same account. */
  "source-reconnect": {
    request: { sourceId: string; signIn: SignIn; signInId: string };
    reply: null;
  };
  "sign-in-cancel": { request: { signInId: string }; reply: null };
  /** Revokes and wipes the sign-in; `forget` also removes everything the source brought. */
  "source-disconnect": { request: { sourceId: string; forget: boolean }; reply: null };
  "item-retry": { request: { sourceId: string; itemId: string }; reply: null };
  "vault-status": { request: Record<string, never>; reply: VaultSummary };
  /** Sets or changes the passphrase; null takes it away. */
  "vault-passphrase": { request: { passphrase: string | null }; reply: null };
  "vault-unlock": { request: { passphrase: string }; reply: null };
  /** The preference for locking by itself has changed. */
  "vault-watch": { request: Record<string, never>; reply: null };
  "vault-lock": { request: Record<string, never>; reply: null };
  "model-settings-get": { request: Record<string, never>; reply: ModelSettings };
  /** Keeps the settings whole and tells the engine; hosts must already be granted by the page. */
  "model-settings-set": { request: ModelSettings; reply: null };
  /** Keeps the key of a model server in the vault; null forgets it. */
  "model-key-set": { request: { serverId: ModelServer["id"]; key: string | null }; reply: null };
  /** Adds the companion or moves it, for models and sign-ins; its host must already be granted by the page. */
  "companion-set": { request: CompanionAccess; reply: null };
  /** For the engine alone, which sends it to that server; null where there is none. LockedError while locked. */
  "model-key-get": { request: { serverId: ModelServer["id"] }; reply: string | null };
  /** Ids of the servers that have a key. */
  "model-key-list": { request: Record<string, never>; reply: readonly string[] };
  "ledger-list": {
    request: { sourceId: string } & LedgerQuery;
    reply: readonly LedgerItem[];
  };
  /** Takes one item out of a source that the person fills by hand ("Saved pages"). */
  "item-remove": { request: { sourceId: string; itemId: string }; reply: null };
  /** Removes everything Atlas has stored. */
  "everything-remove": { request: Record<string, never>; reply: null };
  /** Saves the page of the active tab into "Saved pages"; the reply is its title. */
  "page-save": { request: Record<string, never>; reply: { title: string } };
  /** Reads a tab, the active one where none is named, and opens a focus on it. */
  "page-focus": { request: { tabId?: number }; reply: FocusSummary };
  /** Opens a focus on what is selected in the active tab. */
  "selection-focus": { request: Record<string, never>; reply: FocusSummary };
  /** Fetches a linked page, whose site the person has allowed, and opens a focus on it. */
  "link-focus": { request: { url: string }; reply: FocusSummary };
  /** Makes sure the engine's page is running; resolves once it answers. */
  "engine-ensure": { request: Record<string, never>; reply: null };
}

/** Answered by the offscreen page, from the engine worker. */
export interface EngineProtocol {
  /** Answered as soon as the page listens, before the engine itself is ready. */
  "engine-ping": { request: Record<string, never>; reply: null };
  "engine-status": { request: Record<string, never>; reply: EngineStatus };
  suggest: { request: { query: string; limit: number }; reply: readonly Suggestion[] };
  "document-get": { request: { sourceId: string; itemId: string }; reply: Document | null };
  /** Every model of every provider, also those that cannot be used, with the reason. `fresh` asks servers again. */
  "model-list": { request: { fresh?: boolean }; reply: ModelOverview };
  /** The settings have changed; sent by the service worker. */
  "model-settings": { request: ModelSettings; reply: null };
  /** Starts a download, or goes on with it; changes are announced and `model-list` tells the progress. */
  "model-download": { request: { modelId: string }; reply: null };
  "model-download-cancel": { request: { modelId: string }; reply: null };
  /** Frees what a download took. */
  "model-remove": { request: { modelId: string }; reply: null };
  /** What left this computer, newest first. */
  "egress-list": { request: { offset: number; limit: number }; reply: readonly EgressEntry[] };
  /** As `ChatStore.list`. */
  "chat-list": { request: { words: string }; reply: readonly Chat[] };
  /** Turns whose answer is being made are `waiting`, whatever has come of it: follow them over a port. */
  /** With `newest`, only so many of its last questions. */
  "chat-get": { request: { chatId: string; newest?: number }; reply: ChatWithTurns | null };
  "chat-change": { request: { chatId: string; title?: string; pinned?: boolean }; reply: null };
  /** Stops what is being answered in them, too. */
  "chat-delete": { request: { chatIds: readonly string[] }; reply: null };
  /** Questions that may come next, read off the documents this turn cites. */
  "follow-ups": { request: TurnRef; reply: readonly string[] };
  "focus-open": { request: FocusContent; reply: FocusSummary };
  /** What was read of an open focus. NotFoundError once it was closed or pushed out by newer ones. */
  "focus-text": { request: { focusId: string }; reply: string };
  "focus-close": { request: { focusId: string }; reply: null };
  /** There may be new work in the outbox. */
  "outbox-poke": { request: Record<string, never>; reply: null };
}

/**
 * What a page says over the port of an answer. `ask` comes first, or `follow` for an answer that is being made
 * already. The answer is made and kept whoever listens; only `stop` ends it early.
 */
export type AskMessage =
  | { readonly type: "ask"; readonly turn: Turn; readonly request: AskRequest }
  | { readonly type: "follow"; readonly place: TurnRef }
  | { readonly type: "stop" };

/** What comes back over the port. `over`: the followed answer is not being made any more; its chat has the outcome. */
export type AskEvent = TurnEvent | { readonly type: "over" };

/** A file the person gives, under an address that only pages of Atlas can open (`blob:`). */
export interface Attachment {
  readonly name: string;
  /** As the browser tells it, often empty. */
  readonly mediaType: string;
  readonly url: string;
}

/** What comes back over the port of an attachment; `done` and `error` end it. `share`: 0 to 1. */
export type AttachEvent =
  | { readonly type: "progress"; readonly share: number }
  | { readonly type: "done"; readonly focus: FocusSummary }
  | { readonly type: "error"; readonly error: PlainError };

/** Broadcast to every open page whenever sources, ledger or index changed; pages then ask again. */
export type ChangeNotice = {
  readonly type: "changed";
  /** The chat whose questions or answers changed; absent for any other change. */
  readonly chatId?: string;
};

export type BackgroundMessage = keyof BackgroundProtocol;
export type EngineMessage = keyof EngineProtocol;

export type MessageReply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: PlainError };
