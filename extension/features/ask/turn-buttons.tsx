import type { Turn } from "../../../engine/model/chat";
import { Button } from "../../ui/button";
import { MenuButton } from "../../ui/menu-button";
import { CopyButton } from "./copy-button";
import { modelWords } from "./model-words";
import { useReadyModels } from "./ready-models";
import type { TurnActions } from "./turn-actions";
import styles from "./turn-buttons.module.css";

/** What can be done with an answer. */
export function TurnButtons({ turn, actions }: { readonly turn: Turn; readonly actions: TurnActions }) {
  const models = useReadyModels();
  const isAnswer = turn.found && turn.text !== "";
  return (
    <div className={styles.buttons}>
      {isAnswer && <CopyButton turn={turn} />}
      {turn.status !== "failed" && (
        <Button tone="quiet" icon="retry" onClick={() => actions.onAgain(turn, {}, { fresh: true })}>
          Ask again
        </Button>
      )}
      {!turn.find && models.length > 0 && (
        <MenuButton
          icon="chip"
          label="Ask another model"
          items={models.map((model) => ({
            id: model.id,
            label: model.name,
            hint: modelWords(model, false).slice(model.name.length + 2),
            onChoose: () =>
              actions.onAgain(
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
