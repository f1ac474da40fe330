import { useState } from "react";
import type { Chat } from "../../../engine/model/chat";
import { Button } from "../../ui/button";
import { ConfirmDialog } from "../../ui/confirm-dialog";
import { IconButton } from "../../ui/icon-button";
import { MenuButton } from "../../ui/menu-button";
import { Notice } from "../../ui/notice";
import { useNow } from "../../ui/use-now";
import { ChatRow } from "./chat-row";
import styles from "./history-view.module.css";
import { RenameDialog } from "./rename-dialog";
import { useHistory } from "./use-history";

interface HistoryViewProps {
  readonly currentChatId: string;
  readonly onOpen: (chatId: string) => void;
  readonly onClose: () => void;
  readonly onDelete: (chatIds: readonly string[]) => void;
}

/** The list of chats: search, open, rename, pin, export and delete. */
export function HistoryView({ currentChatId, onOpen, onClose, onDelete }: HistoryViewProps) {
  const history = useHistory(onDelete);
  const now = useNow();
  const [renaming, setRenaming] = useState<Chat>();
  const [deleting, setDeleting] = useState<readonly Chat[]>();
  const { chats } = history;
  return (
    <main
      className={styles.view}
      aria-label="History"
      onKeyDown={({ key, target }) => key === "Escape" && !isIn(target, "dialog, [popover]") && onClose()}
    >
      <SearchBar words={history.words} onSearch={history.search} onClose={onClose} />
      {history.problem && (
        <Notice tone="problem" onDismiss={history.dismiss}>
          {history.problem}
        </Notice>
      )}
      {chats?.length === 0 && (
        <p className={styles.empty} role="status">
          {history.words.trim() === "" ? "Nothing asked yet." : "No conversation has these words."}
        </p>
      )}
      <ul className={styles.list} aria-label="Conversations">
        {chats?.map((chat) => (
          <ChatRow
            key={chat.id}
            chat={chat}
            now={now}
            isCurrent={chat.id === currentChatId}
            onOpen={() => onOpen(chat.id)}
            onRename={() => setRenaming(chat)}
            onPin={() => history.pin(chat)}
            onDelete={() => setDeleting([chat])}
            onExport={(format) => history.export([chat], format)}
          />
        ))}
      </ul>
      {chats && chats.length > 0 && (
        <div className={styles.foot}>
          <MenuButton
            icon="save"
            label="Export these conversations"
            items={[
              { id: "markdown", label: "As Markdown", onChoose: () => history.export(chats, "markdown") },
              { id: "json", label: "As JSON", onChoose: () => history.export(chats, "json") },
            ]}
          />
          <Button tone="quiet" icon="trash" onClick={() => setDeleting(chats)}>
            Delete {history.words.trim() === "" ? "all" : "these"}
          </Button>
        </div>
      )}
      {renaming && (
        <RenameDialog
          title={renaming.title}
          onCancel={() => setRenaming(undefined)}
          onRename={(title) => {
            setRenaming(undefined);
            history.rename(renaming, title);
          }}
        />
      )}
      {deleting && (
        <ConfirmDialog
          title={
            deleting.length === 1 ? "Delete this conversation?" : `Delete ${deleting.length} conversations?`
          }
          text="Questions and answers are gone for good. What they cite stays where it is."
          confirmLabel="Delete"
          onCancel={() => setDeleting(undefined)}
          onConfirm={() => {
            setDeleting(undefined);
            history.remove(deleting);
          }}
        />
      )}
    </main>
  );
}

interface SearchBarProps {
  readonly words: string;
  readonly onSearch: (words: string) => void;
  readonly onClose: () => void;
}

function SearchBar({ words, onSearch, onClose }: SearchBarProps) {
  return (
    <div className={styles.head}>
      <IconButton icon="close" label="Back to the conversation" onClick={onClose} />
      <input
        type="search"
        className={styles.search}
        placeholder="Search your conversations"
        aria-label="Search your conversations"
        value={words}
        // biome-ignore lint/a11y/noAutofocus: the history is opened to search.
        autoFocus
        onChange={(event) => onSearch(event.currentTarget.value)}
      />
    </div>
  );
}

function isIn(target: EventTarget, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}
