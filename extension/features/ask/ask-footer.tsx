import { Button } from "../../ui/button";
import { IconButton } from "../../ui/icon-button";
import { Icon } from "../../ui/icons/icon";
import { RemovableChip } from "../../ui/removable-chip";
import styles from "./ask-footer.module.css";
import { AttachMenu } from "./attach-menu";
import { AttachingChip } from "./attaching-chip";
import { choicesFor } from "./choices";
import type { Completing } from "./complete";
import { FocusChip } from "./focus-chip";
import { PageNotices } from "./page-notices";
import { PromptsDialog } from "./prompts-dialog";
import { QuestionBox } from "./question-box";
import { kindWords } from "./scope-words";
import { SourceChips, type SourceChoice } from "./source-chips";
import type { useAsking } from "./use-asking";
import { useFolders } from "./use-folders";

interface AskFooterProps {
  readonly asking: ReturnType<typeof useAsking>;
  readonly choices: readonly SourceChoice[];
}

/** Where a question is typed, and what it is narrowed to. */
export function AskFooter({ asking, choices }: AskFooterProps) {
  const { conversation, page, narrowing, prompts } = asking;
  const { folders, look } = useFolders();
  const offer = (word: Completing) => {
    if (word.kind === "mention") look();
    return choicesFor(word, { sources: choices, folders, prompts: prompts.prompts });
  };
  return (
    <footer className={styles.bottom}>
      <div className={styles.footer}>
        <Notices asking={asking} />
        <Narrowing asking={asking} choices={choices} />
        <QuestionBox
          ref={asking.box}
          streaming={conversation.streaming}
          placeholder={placeholderFor(page)}
          choicesFor={offer}
          onNarrow={({ narrow }) => narrow && narrowing.add(narrow)}
          // The question is about what is being read; its words stay until that is done.
          onAsk={(text) => !page.attaching && asking.send(text)}
          onStop={conversation.stop}
          onRecall={asking.recall}
          onEscape={asking.stopEditing}
        >
          <AttachMenu page={page} />
        </QuestionBox>
        <div className={styles.pageActions}>
          <Button tone="quiet" icon="page" disabled={page.busy} onClick={() => page.focusOnPage()}>
            Ask this page
          </Button>
          <Button tone="quiet" icon="save" disabled={page.busy} onClick={page.savePage}>
            Save this page
          </Button>
        </div>
      </div>
      {asking.writesPrompts && (
        <PromptsDialog
          prompts={prompts.prompts}
          onSave={prompts.save}
          onClose={() => asking.setWritesPrompts(false)}
        />
      )}
    </footer>
  );
}

function placeholderFor({ focus }: AskFooterProps["asking"]["page"]): string {
  return focus ? `Ask about ${kindWords(focus).toLowerCase()}` : "Ask your own work";
}

function Notices({ asking }: Pick<AskFooterProps, "asking">) {
  const { page, wish, setWish, editing, hint } = asking;
  return (
    <>
      <PageNotices
        page={page}
        wish={wish}
        onAllowLink={(link) =>
          page.focusOnLink(link, (focus) => {
            setWish(undefined);
            asking.follow(wish ?? {}, focus);
          })
        }
        onDismissWish={() => setWish(undefined)}
      />
      {hint && (
        <p className={styles.hint} role="status">
          {hint}
        </p>
      )}
      {editing && (
        <div className={styles.editing}>
          <Icon name="edit" size={15} />
          <span className={styles.words}>Changing “{editing.question}”</span>
          <IconButton icon="close" label="Leave the question as it is" onClick={asking.stopEditing} />
        </div>
      )}
    </>
  );
}

function Narrowing({ asking: { page, narrowing, box }, choices }: AskFooterProps) {
  const { focus, attaching } = page;
  if (attaching) return <AttachingChip attaching={attaching} onCancel={page.cancelAttaching} />;
  if (focus) {
    const picture = focus.kind === "image" ? page.fileOf(focus) : undefined;
    return <FocusChip key={focus.focusId} focus={focus} picture={picture} onClose={page.closeFocus} />;
  }
  return (
    <>
      {choices.length > 0 && (
        <SourceChips sources={choices} selected={narrowing.selected} onSelect={narrowing.setSelected} />
      )}
      {narrowing.folders.length > 0 && (
        <div className={styles.folders}>
          {narrowing.folders.map((name) => (
            <RemovableChip
              key={name}
              icon="folder"
              label={name}
              onRemove={() => {
                narrowing.removeFolder(name);
                box.current?.focus();
              }}
            />
          ))}
        </div>
      )}
    </>
  );
}
