import type { Turn } from "../../../engine/model/chat";
import { Button } from "../../ui/button";
import { MenuButton } from "../../ui/menu-button";
import { CopyButton } from "./copy-button";
import { modelWords } from "./model-words";
import { useModelsAtHand } from "./models-at-hand";
import type { TurnActions } from "./turn-actions";
import styles from "./turn-buttons.module.css";

/** What can be done with an answer. */
export function TurnButtons({ turn, actions }: { readonly turn: Turn; readonly actions: TurnActions }) {
  const { ready } = useModelsAtHand();
  const isAnswer = turn.found && turn.text !== "";
  return (
    <div className={styles.buttons}>
      {isAnswer && <CopyButton turn={turn} />}
      {turn.status !== "failed" && (
        <Button tone="quiet" icon="retry" onClick={() => actions.onAgain(turn, {}, { fresh: true })}>
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
