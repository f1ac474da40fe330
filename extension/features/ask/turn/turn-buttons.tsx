import type { Turn } from "../../../../engine/model/chat";
import { Button } from "../../../ui/button";
import { MenuButton } from "../../../ui/menu-button";
import { useAvailableModels } from "../models/available-models";
import { formatAnswerModel } from "../models/format-answer-model";
import { CopyButton } from "./copy-button";
import type { TurnActions } from "./turn-actions";
import styles from "./turn-buttons.module.css";

/** The buttons below an answer: copy, ask again, ask another model. */
export function TurnButtons({ turn, actions }: { readonly turn: Turn; readonly actions: TurnActions }) {
  const { ready } = useAvailableModels();
  const isAnswer = turn.found && turn.text !== "";
  return (
    <div className={styles.buttons}>
      {isAnswer && <CopyButton turn={turn} />}
      {turn.status !== "failed" && (
        <Button tone="quiet" icon="retry" onClick={() => actions.onRetry(turn, {}, { fresh: true })}>
          Ask again
        </Button>
      )}
      {!turn.find && ready.length > 0 && (
        <MenuButton
          icon="chip"
          label="Ask another model"
          items={ready.map((model) => ({
            id: model.id,
            label: model.name,
            hint: formatAnswerModel(model, false).slice(model.name.length + 2),
            onChoose: () =>
              actions.onRetry(
                turn,
                {},
                { modelId: model.id, fresh: true, cloudAllowed: model.locality === "cloud" },
              ),
          }))}
        />
      )}
    </div>
  );
}
