import { Button } from "../../../ui/button";
import { IconButton } from "../../../ui/icon-button";
import { Icon } from "../../../ui/icons/icon";
import { RemovableChip } from "../../../ui/removable-chip";
import { AttachMenu } from "../attach/attach-menu";
import { AttachmentProgressChip } from "../attach/attachment-progress-chip";
import { FocusChip } from "../attach/focus-chip";
import { formatFocusKind } from "../scope/format-scope";
import { SourceChips, type SourceChoice } from "../scope/source-chips";
import { useFolders } from "../scope/use-folders";
import { PromptsDialog } from "./commands/prompts-dialog";
import type { CompletionToken } from "./completion/find-completion-token";
import { getCompletionItems } from "./completion/get-completion-items";
import styles from "./composer.module.css";
import { PageNotices } from "./page-notices";
import { QuestionBox } from "./question-box";
import type { useComposer } from "./use-composer";

interface ComposerProps {
  readonly composer: ReturnType<typeof useComposer>;
  readonly choices: readonly SourceChoice[];
}

/** The question box with its scope, its notices and its buttons. */
export function Composer({ composer, choices }: ComposerProps) {
  const { conversation, page, scopeState, prompts } = composer;
  const { folders, loadFolders } = useFolders();
  const getItems = (token: CompletionToken) => {
    if (token.kind === "mention") loadFolders();
    return getCompletionItems(token, { sources: choices, folders, prompts: prompts.prompts });
  };
  return (
    <footer className={styles.composer}>
      <div className={styles.column}>
        <Notices composer={composer} />
        <ScopeChips composer={composer} choices={choices} />
        <QuestionBox
          ref={composer.questionBox}
          streaming={conversation.streaming}
          placeholder={placeholderFor(page)}
          getItems={getItems}
          onAddScope={({ scope }) => scope && scopeState.add(scope)}
          // The question is about the file that is being read, so it is not sent before.
          onAsk={(text) => !page.attaching && composer.send(text)}
          onStop={conversation.stop}
          onRecall={composer.recall}
          onEscape={composer.stopEditing}
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
      {composer.isEditingPrompts && (
        <PromptsDialog
          prompts={prompts.prompts}
          problem={prompts.problem}
          onSave={prompts.save}
          onClose={() => composer.setIsEditingPrompts(false)}
        />
      )}
    </footer>
  );
}

function placeholderFor({ focus }: ComposerProps["composer"]["page"]): string {
  return focus ? `Ask about ${formatFocusKind(focus).toLowerCase()}` : "Ask your own work";
}

function Notices({ composer }: Pick<ComposerProps, "composer">) {
  const { page, pending, setPending, editing, hint } = composer;
  return (
    <>
      <PageNotices
        page={page}
        pending={pending}
        onAllowLink={(link) =>
          page.focusOnLink(link, (focus) => {
            setPending(undefined);
            composer.applyPending(pending ?? {}, focus);
          })
        }
        onDismissPending={() => setPending(undefined)}
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
          <IconButton icon="close" label="Leave the question as it is" onClick={composer.stopEditing} />
        </div>
      )}
    </>
  );
}

function ScopeChips({ composer: { page, scopeState, questionBox }, choices }: ComposerProps) {
  const { focus, attaching } = page;
  if (attaching) return <AttachmentProgressChip attaching={attaching} onCancel={page.cancelAttaching} />;
  if (focus) {
    const picture = focus.kind === "image" ? page.fileOf(focus) : undefined;
    return <FocusChip key={focus.focusId} focus={focus} picture={picture} onClose={page.closeFocus} />;
  }
  return (
    <>
      {choices.length > 0 && (
        <SourceChips sources={choices} selected={scopeState.selected} onSelect={scopeState.setSelected} />
      )}
      {scopeState.folders.length > 0 && (
        <div className={styles.folders}>
          {scopeState.folders.map((name) => (
            <RemovableChip
              key={name}
              icon="folder"
              label={name}
              onRemove={() => {
                scopeState.removeFolder(name);
                questionBox.current?.focus();
              }}
            />
          ))}
        </div>
      )}
    </>
  );
}
