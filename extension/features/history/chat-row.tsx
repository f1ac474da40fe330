import type { Chat } from "../../../engine/model/chat";
import { formatAge } from "../../ui/format-age";
import { Icon } from "../../ui/icons/icon";
import { MenuButton } from "../../ui/menu-button";
import styles from "./chat-row.module.css";
import type { ExportFormat } from "./use-history";

interface ChatRowProps {
  readonly chat: Chat;
  readonly now: number;
  readonly isCurrent: boolean;
  readonly onOpen: () => void;
  readonly onRename: () => void;
  readonly onPin: () => void;
  readonly onDelete: () => void;
  readonly onExport: (format: ExportFormat) => void;
}

/** One chat of the list: its title opens it, a menu has the other actions. */
export function ChatRow({ chat, now, isCurrent, ...on }: ChatRowProps) {
  const { title, updatedAt, pinned } = chat;
  return (
    <li className={styles.row}>
      <button
        type="button"
        className={styles.open}
        aria-current={isCurrent ? "true" : undefined}
        onClick={on.onOpen}
      >
        <span className={styles.title}>{title}</span>
        <span className={styles.age}>
          {pinned && <Icon name="pin" size={12} />}
          {pinned && "Pinned · "}
          <time dateTime={new Date(updatedAt).toISOString()}>{formatAge(updatedAt, now)}</time>
        </span>
      </button>
      <MenuButton
        icon="more"
        label={`More for ${title}`}
        items={[
          { id: "rename", label: "Rename…", icon: "edit", onChoose: on.onRename },
          { id: "pin", label: pinned ? "Unpin" : "Pin", icon: "pin", onChoose: on.onPin },
          {
            id: "markdown",
            label: "Export as Markdown",
            icon: "save",
            onChoose: () => on.onExport("markdown"),
          },
          { id: "json", label: "Export as JSON", icon: "save", onChoose: () => on.onExport("json") },
          { id: "delete", label: "Delete…", icon: "trash", onChoose: on.onDelete },
        ]}
      />
    </li>
  );
}
