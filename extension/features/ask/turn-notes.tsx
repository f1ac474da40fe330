import type { Turn } from "../../../engine/model/chat";
import { Button } from "../../ui/button";
import { Notice } from "../../ui/notice";
import { isNews } from "./may-be-chosen";
import { modelWords } from "./model-words";
import { useModelsAtHand } from "./models-at-hand";
import type { TurnActions } from "./turn-actions";
import styles from "./turn-notes.module.css";

/** Only models answer that the person has not allowed: one question may be sent all the same. */
const NOT_ALLOWED = "permission";

/** How the answer was made, what of it has no support, and why there is none. */
export function TurnNotes({ turn, actions }: { readonly turn: Turn; readonly actions: TurnActions }) {
  const { unsupported = [], model, problem } = turn;
  const { settings } = useModelsAtHand();
  const notes = turn.notes?.filter((note) => isNews(note, settings)) ?? [];
  const wantsCloud = notes.some(({ code }) => code === NOT_ALLOWED);
  return (
    <>
      {turn.status === "done" && unsupported.length > 0 && (
        <p className={styles.note}>Underlined: none of your sources supports this.</p>
      )}
      {notes.map(({ kind, text }) => (
        <p key={kind} className={styles.note}>
          {text}
        </p>
      ))}
      {model && <p className={styles.note}>{modelWords(model, turn.cached === true)}</p>}
      {wantsCloud && (
        <Button
          className={styles.button ?? ""}
          onClick={() => actions.onAgain(turn, {}, { cloudAllowed: true, fresh: true })}
        >
          Send this question to the cloud
        </Button>
      )}
      {turn.status === "failed" && problem && (
        <Notice
          tone="problem"
          actions={
            <Button icon="retry" onClick={() => actions.onAgain(turn)}>
              Ask again
            </Button>
          }
        >
          {problem.message}
        </Notice>
      )}
    </>
  );
}
