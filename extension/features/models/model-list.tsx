import type { ModelSummary } from "../../../engine/llm/models";
import { Button } from "../../ui/button";
import { Notice } from "../../ui/notice";
import { ProgressBar } from "../../ui/progress-bar";
import { modelFacts } from "./model-facts";
import styles from "./model-list.module.css";
import type { useModels } from "./use-models";

interface ModelListProps {
  readonly models: readonly ModelSummary[];
  /** Id of the one that is tried first. */
  readonly preferred: string | undefined;
  readonly on: Pick<
    ReturnType<typeof useModels>,
    "prefer" | "download" | "cancelDownload" | "remove" | "busy"
  >;
}

/** Every model within reach: what it is, what it lacks, and what can be done with it. */
export function ModelList({ models, preferred, on }: ModelListProps) {
  if (models.length === 0) {
    return (
      <p className={styles.empty}>
        No language model is within reach. Atlas answers with the passages it found, word for word.
      </p>
    );
  }
  return (
    <ul className={styles.list} aria-label="Models">
      {models.map((model) => (
        <li key={model.id} className={styles.model}>
          <div className={styles.words}>
            <p className={styles.name}>
              {model.name}
              {model.id === preferred && <span className={styles.badge}>asked first</span>}
            </p>
            <p className={styles.facts}>{modelFacts(model).join(" · ")}</p>
            {model.reason && <p className={styles.facts}>{model.reason}</p>}
            {model.problem && <Notice tone="problem">{model.problem}</Notice>}
            {model.downloading !== undefined && (
              <ProgressBar
                label={`Downloading ${model.name}`}
                done={Math.round(model.downloading * 100)}
                total={100}
              />
            )}
          </div>
          <ModelButtons model={model} isPreferred={model.id === preferred} on={on} />
        </li>
      ))}
    </ul>
  );
}

interface ModelButtonsProps {
  readonly model: ModelSummary;
  readonly isPreferred: boolean;
  readonly on: ModelListProps["on"];
}

function ModelButtons({ model, isPreferred, on }: ModelButtonsProps) {
  const { name, state } = model;
  if (model.downloading !== undefined) {
    return (
      <Button aria-label={`Cancel the download of ${name}`} onClick={() => on.cancelDownload(model)}>
        Cancel
      </Button>
    );
  }
  if (state === "downloadable") {
    return (
      <Button
        icon="save"
        disabled={on.busy}
        aria-label={`Download ${name}`}
        onClick={() => on.download(model)}
      >
        Download
      </Button>
    );
  }
  if (state !== "ready") return null;
  return (
    <div className={styles.buttons}>
      <Button
        tone="quiet"
        disabled={on.busy}
        aria-label={isPreferred ? `Do not ask ${name} first` : `Ask ${name} first`}
        onClick={() => on.prefer(isPreferred ? undefined : model.id)}
      >
        {isPreferred ? "Let Atlas choose" : "Ask first"}
      </Button>
      {model.downloadBytes !== undefined && (
        <Button
          tone="quiet"
          icon="trash"
          disabled={on.busy}
          aria-label={`Delete ${name}`}
          onClick={() => on.remove(model)}
        >
          Delete
        </Button>
      )}
    </div>
  );
}
