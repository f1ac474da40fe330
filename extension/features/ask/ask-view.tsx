import { type ReactNode, useState } from "react";
import { openOptions, openUrl } from "../../platform/open-url";
import { IconButton } from "../../ui/icon-button";
import { Icon } from "../../ui/icons/icon";
import { Logo } from "../../ui/icons/logo";
import { useFileDrag } from "../../ui/use-file-drag";
import { useFilePaste } from "../../ui/use-file-paste";
import { usePageTitle } from "../../ui/use-page-title";
import { useStable } from "../../ui/use-stable";
import { AskFooter } from "./ask-footer";
import styles from "./ask-view.module.css";
import { ModelsProvider } from "./models-at-hand";
import type { TurnActions } from "./turn-actions";
import { TurnList } from "./turn-list";
import { useAsking } from "./use-asking";
import { useSources } from "./use-sources";

/** What the panel and the history tell each other. */
export interface HistoryLink {
  readonly currentChatId: string;
  readonly onOpen: (chatId: string) => void;
  readonly onClose: () => void;
  readonly onDelete: (chatIds: readonly string[]) => void;
}

interface AskViewProps {
  readonly initialQuestion?: string;
  readonly renderHistory: (link: HistoryLink) => ReactNode;
}

/** The side panel: questions, their answers, and where to look for them. */
export function AskView({ initialQuestion, renderHistory }: AskViewProps) {
  usePageTitle("Atlas");
  const sources = useSources();
  const asking = useAsking(sources.choices, initialQuestion);
  const [showsHistory, setShowsHistory] = useState(false);
  const { conversation, page } = asking;
  const dragging = useFileDrag(({ files: [file] }) => file && page.focusOnFile(file));
  useFilePaste((file) => !showsHistory && page.focusOnFile(nameForPaste(file)));
  const actions = useStable<TurnActions>({
    onOpen: (url) => void openUrl(url),
    onAgain: (turn, ...changed) => {
      conversation.again(turn, ...changed);
      asking.box.current?.focus();
    },
    onEdit: asking.edit,
    onAsk: (question) => {
      asking.send(question);
      asking.box.current?.focus();
    },
    onFindLike: (quote) => conversation.ask({ question: quote, scope: {}, find: true }),
  });
  const begin = () => {
    setShowsHistory(false);
    page.cancelAttaching();
    page.setFocus(undefined);
    conversation.begin();
    asking.box.current?.focus();
  };
  return (
    <ModelsProvider>
      <div className={styles.panel}>
        <header className={styles.header}>
          <Logo />
          <h1 className={styles.name}>Atlas</h1>
          <IconButton icon="plus" label="New chat" onClick={begin} />
          <IconButton
            icon="clock"
            label="History"
            aria-pressed={showsHistory}
            onClick={() => setShowsHistory(!showsHistory)}
          />
          <IconButton icon="settings" label="Sources and settings" onClick={() => void openOptions()} />
        </header>
        {showsHistory ? (
          renderHistory({
            currentChatId: conversation.chatId,
            onClose: () => setShowsHistory(false),
            onOpen: (chatId) => {
              setShowsHistory(false);
              void conversation.open(chatId);
            },
            onDelete: (chatIds) => chatIds.includes(conversation.chatId) && conversation.begin(),
          })
        ) : (
          <>
            <TurnList
              key={conversation.chatId}
              turns={conversation.turns}
              sources={sources}
              focused={page.focus !== undefined}
              actions={actions}
              onAddSources={() => void openOptions()}
            />
            <AskFooter asking={asking} choices={sources.choices ?? []} />
          </>
        )}
        {dragging && (
          <div className={styles.target}>
            <Icon name="attach" size={32} />
            Drop a file or picture to ask about it
          </div>
        )}
      </div>
    </ModelsProvider>
  );
}

/** Chrome calls every picture of the clipboard "image.png". */
function nameForPaste(file: File): File {
  return file.name === "image.png" ? new File([file], "Pasted image.png", { type: file.type }) : file;
}
