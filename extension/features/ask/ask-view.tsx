import { type ReactNode, useState } from "react";
import { openOptions, openUrl } from "../../platform/open-url";
import { DropTarget } from "../../ui/drop-target";
import { IconButton } from "../../ui/icon-button";
import { Logo } from "../../ui/icons/logo";
import { Notice } from "../../ui/notice";
import { useAction } from "../../ui/use-action";
import { useFilePaste } from "../../ui/use-file-paste";
import { usePageTitle } from "../../ui/use-page-title";
import { useStableCallbacks } from "../../ui/use-stable-callbacks";
import styles from "./ask-view.module.css";
import { Composer } from "./composer/composer";
import { useComposer } from "./composer/use-composer";
import { TurnList } from "./conversation/turn-list";
import { AvailableModelsProvider } from "./models/available-models";
import { useSourceChoices } from "./scope/use-source-choices";
import type { TurnActions } from "./turn/turn-actions";

/** Props that the panel passes to the history. */
export interface HistoryPanelProps {
  readonly currentChatId: string;
  readonly onOpen: (chatId: string) => void;
  readonly onClose: () => void;
  readonly onDelete: (chatIds: readonly string[]) => void;
}

interface AskViewProps {
  readonly initialQuestion?: string;
  /** About what Atlas has stored as a whole. */
  readonly notices?: ReactNode;
  readonly renderHistory: (link: HistoryPanelProps) => ReactNode;
}

/** The side panel: the conversation and the composer, or the history. */
export function AskView({ initialQuestion, notices, renderHistory }: AskViewProps) {
  usePageTitle("Atlas");
  const sources = useSourceChoices();
  const composer = useComposer(sources.choices, initialQuestion);
  const [showsHistory, setShowsHistory] = useState(false);
  const { conversation, page } = composer;
  const opening = useAction();
  useFilePaste((file) => !showsHistory && page.focusOnFile(renamePastedImage(file)));
  const actions = useStableCallbacks<TurnActions>({
    onOpen: (url) => void opening.run(() => openUrl(url)),
    onRetry: (turn, ...changed) => {
      conversation.retry(turn, ...changed);
      composer.questionBox.current?.focus();
    },
    onEdit: composer.edit,
    onAsk: (question) => {
      composer.send(question);
      composer.questionBox.current?.focus();
    },
    onFindSimilar: (quote) => conversation.ask({ question: quote, scope: {}, find: true }),
  });
  const startChat = () => {
    setShowsHistory(false);
    page.cancelAttaching();
    page.setFocus(undefined);
    conversation.startChat();
    composer.questionBox.current?.focus();
  };
  return (
    <AvailableModelsProvider>
      <div className={styles.panel}>
        <header className={styles.header}>
          <Logo />
          <h1 className={styles.name}>Atlas</h1>
          <IconButton icon="plus" label="New chat" onClick={startChat} />
          <IconButton
            icon="clock"
            label="History"
            aria-pressed={showsHistory}
            onClick={() => setShowsHistory(!showsHistory)}
          />
          <IconButton icon="settings" label="Sources and settings" onClick={() => void openOptions()} />
        </header>
        <div className={styles.notices}>{notices}</div>
        {opening.problem && (
          <Notice tone="problem" onDismiss={opening.dismiss}>
            {`Cannot open it: ${opening.problem}`}
          </Notice>
        )}
        {showsHistory ? (
          renderHistory({
            currentChatId: conversation.chatId,
            onClose: () => setShowsHistory(false),
            onOpen: (chatId) => {
              setShowsHistory(false);
              void opening.run(() => conversation.open(chatId));
            },
            onDelete: (chatIds) => chatIds.includes(conversation.chatId) && conversation.startChat(),
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
            <Composer composer={composer} choices={sources.choices ?? []} />
          </>
        )}
        <DropTarget
          icon="attach"
          label="Drop a file or picture to ask about it"
          onDrop={({ files: [file] }) => file && page.focusOnFile(file)}
        />
      </div>
    </AvailableModelsProvider>
  );
}

/** Chrome names every pasted image "image.png". */
function renamePastedImage(file: File): File {
  return file.name === "image.png" ? new File([file], "Pasted image.png", { type: file.type }) : file;
}
