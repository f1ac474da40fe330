import type { Turn } from "../../../../engine/model/chat";
import { Button } from "../../../ui/button";
import { Notice } from "../../../ui/notice";
import { usePageProblem } from "../../../ui/page-problem";
import { useAvailableModels } from "../models/available-models";
import { formatAnswerModel } from "../models/format-answer-model";
import { isNoteRelevant } from "../models/is-model-selectable";
import type { TurnActions } from "./turn-actions";
import styles from "./turn-notes.module.css";

/** Code of a note when only models that the policy forbids could answer. */
const NOT_ALLOWED = "permission";

/** What helps stands once, above all turns. */
const SHOWN_BY_PAGE = "Atlas could not answer, because it could not open what it has stored";

/** Notes about the answer: the model, unsupported text, and the error of a failed answer. */
export function TurnNotes({ turn, actions }: { readonly turn: Turn; readonly actions: TurnActions }) {
  const { unsupported = [], model, problem } = turn;
  const { settings } = useAvailableModels();
  const page = usePageProblem();
  const notes = turn.notes?.filter((note) => isNoteRelevant(note, settings)) ?? [];
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
      {model && <p className={styles.note}>{formatAnswerModel(model, turn.cached === true)}</p>}
      {wantsCloud && (
        <Button
          className={styles.button ?? ""}
          onClick={() => actions.onRetry(turn, {}, { cloudAllowed: true, fresh: true })}
        >
          Send this question to the cloud
        </Button>
      )}
      {turn.status === "failed" && problem && (
        <Notice
          tone="problem"
          actions={
            <Button icon="retry" onClick={() => actions.onRetry(turn)}>
              Ask again
            </Button>
          }
        >
          {page.wasShown(problem.message) ? SHOWN_BY_PAGE : problem.message}
        </Notice>
      )}
    </>
  );
}
