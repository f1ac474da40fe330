import { useEffect, useEffectEvent, useState } from "react";
import { openOptions, openUrl } from "../../platform/open-url";
import type { PendingAsk } from "../../platform/pending-ask";
import { Button } from "../../ui/button";
import { IconButton } from "../../ui/icon-button";
import { Logo } from "../../ui/icons/logo";
import { usePageTitle } from "../../ui/use-page-title";
import styles from "./ask-view.module.css";
import type { Focus } from "./conversation";
import { FocusChip } from "./focus-chip";
import { PageNotices } from "./page-notices";
import { QuestionBox } from "./question-box";
import { SourceChips } from "./source-chips";
import { TurnList } from "./turn-list";
import { useConversation } from "./use-conversation";
import { usePage } from "./use-page";
import { usePendingAsk } from "./use-pending-ask";
import { useSources } from "./use-sources";

/** The side panel: questions, their answers, and where to look for them. */
export function AskView({ initialQuestion }: { readonly initialQuestion?: string }) {
  usePageTitle("Atlas");
  const sources = useSources();
  const conversation = useConversation();
  const page = usePage();
  const [selected, setSelected] = useState<readonly string[]>([]);
  const [wish, setWish] = useState<PendingAsk>();

  const askFirst = useEffectEvent(() => {
    if (initialQuestion) conversation.ask(initialQuestion, {});
  });
  useEffect(() => askFirst(), []);

  const follow = (next: PendingAsk, focus: Focus | undefined) => {
    page.setFocus(focus);
    if (next.question) conversation.ask(next.question, focus ? { focus } : {});
  };
  usePendingAsk((next) => {
    page.dismiss();
    setWish(next);
    // A link is asked about once its site is allowed.
    if (!next.needsHost) follow(next, next.focus);
  });

  const chosen = sources.choices?.filter(({ id }) => selected.includes(id)) ?? [];
  const ask = (question: string) => {
    setWish(undefined);
    if (page.focus) conversation.ask(question, { focus: page.focus });
    else conversation.ask(question, chosen.length > 0 ? { sources: chosen } : {});
  };
  return (
    <div className={styles.panel}>
      <header className={styles.header}>
        <Logo />
        <h1 className={styles.name}>Atlas</h1>
        <IconButton icon="settings" label="Sources and settings" onClick={() => void openOptions()} />
      </header>
      <TurnList
        turns={conversation.turns}
        sources={sources}
        focused={page.focus !== undefined}
        onOpen={(url) => void openUrl(url)}
        onRetry={conversation.retry}
        onAddSources={() => void openOptions()}
      />
      <footer className={styles.bottom}>
        <div className={styles.footer}>
          <PageNotices
            page={page}
            wish={wish}
            onAllowLink={(link) =>
              page.focusOnLink(link, (focus) => {
                setWish(undefined);
                follow(wish ?? {}, focus);
              })
            }
            onDismissWish={() => setWish(undefined)}
          />
          {page.focus ? (
            <FocusChip focus={page.focus} onClose={page.closeFocus} />
          ) : (
            sources.choices &&
            sources.choices.length > 0 && (
              <SourceChips sources={sources.choices} selected={selected} onSelect={setSelected} />
            )
          )}
          <QuestionBox
            streaming={conversation.streaming}
            placeholder={page.focus ? "Ask about this page" : "Ask your own work"}
            onAsk={ask}
            onStop={conversation.stop}
          />
          <div className={styles.pageActions}>
            <Button tone="quiet" icon="page" disabled={page.busy} onClick={page.focusOnPage}>
              Ask this page
            </Button>
            <Button tone="quiet" icon="save" disabled={page.busy} onClick={page.savePage}>
              Save this page
            </Button>
          </div>
        </div>
      </footer>
    </div>
  );
}
