import type { ModelSummary } from "../../../engine/llm/models";
import type { ModelServer } from "../../../engine/model/model-settings";
import { Button } from "../../ui/button";
import { Disclosure } from "../../ui/disclosure";
import { formatBytes } from "../../ui/format-bytes";
import { formatCount } from "../../ui/format-count";
import { formatMoney } from "../../ui/format-money";
import { Notice } from "../../ui/notice";
import { ProgressBar } from "../../ui/progress-bar";
import styles from "./model-list.module.css";
import type { useModels } from "./use-models";

interface ModelListProps {
  readonly models: readonly ModelSummary[];
  readonly servers: readonly Pick<ModelServer, "id">[];
  /** Id of the preferred model. */
  readonly preferred: string | undefined;
  readonly on: Pick<
    ReturnType<typeof useModels>,
    "prefer" | "download" | "cancelDownload" | "remove" | "busy"
  >;
}

/** All available models with their facts and actions. */
export function ModelList({ models, servers, preferred, on }: ModelListProps) {
  const isOwn = ({ providerId }: ModelSummary) => servers.some(({ id }) => id === providerId);
  // Models that this computer cannot run are collapsed; those of the person's own servers show why they fail.
  const unavailable = models.filter((model) => model.state === "unavailable" && !isOwn(model));
  const shown = models.filter((model) => !unavailable.includes(model));
  return (
    <div>
      {shown.length === 0 && (
        <p className={styles.empty}>
          No language model is within reach. Atlas answers with the passages it found, word for word.
        </p>
      )}
      {shown.some(({ hardware, state }) => hardware && state === "downloadable") && (
        <p className={styles.facts}>
          Models to download run inside this browser: there is nothing else to install, and nothing leaves
          this computer. Larger ones answer better but slower; without a graphics card, begin with the
          smallest.
        </p>
      )}
      <ul aria-label="Models">
        {shown.map((model) => (
          <Model key={model.id} model={model} isPreferred={model.id === preferred} on={on} />
        ))}
      </ul>
      {unavailable.length > 0 && (
        <Disclosure label={`${unavailable.length} more that cannot be used on this computer`}>
          <ul>
            {unavailable.map((model) => (
              <li key={model.id} className={styles.unavailable}>
                {model.name}
                <span className={styles.facts}>{model.reason}</span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}

interface ModelProps {
  readonly model: ModelSummary;
  readonly isPreferred: boolean;
  readonly on: ModelListProps["on"];
}

function Model({ model, isPreferred, on }: ModelProps) {
  return (
    <li className={styles.model}>
      <div className={styles.words}>
        <p className={styles.name}>
          {model.name}
          {isPreferred && <span className={styles.badge}>asked first</span>}
        </p>
        <p className={styles.facts}>{formatModelFacts(model).join(" · ")}</p>
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
      <ModelButtons model={model} isPreferred={isPreferred} on={on} />
    </li>
  );
}

function ModelButtons({ model, isPreferred, on }: ModelProps) {
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
      <div className={styles.buttons}>
        <Button
          icon="save"
          disabled={on.busy}
          aria-label={`Download ${name}`}
          onClick={() => on.download(model)}
        >
          Download
        </Button>
        {/* A failed download keeps its partial data. */}
        {model.problem !== undefined && model.hardware && <DeleteButton model={model} on={on} />}
      </div>
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
      {model.downloadBytes !== undefined && <DeleteButton model={model} on={on} />}
    </div>
  );
}

function DeleteButton({ model, on }: Pick<ModelProps, "model" | "on">) {
  return (
    <Button
      tone="quiet"
      icon="trash"
      disabled={on.busy}
      aria-label={`Delete ${model.name}`}
      onClick={() => on.remove(model)}
    >
      Delete
    </Button>
  );
}

/** The known facts of a model, in a few words each. */
export function formatModelFacts(model: ModelSummary): readonly string[] {
  const { downloadBytes, memoryBytes, contextTokens, price, speed } = model;
  return [
    formatLocality(model),
    ...(downloadBytes === undefined ? [] : [`${formatBytes(downloadBytes)} to download`]),
    ...(memoryBytes === undefined ? [] : [`${formatBytes(memoryBytes)} of memory`]),
    `${formatCount(contextTokens)} tokens`,
    ...(price ? [`${formatMoney(price.input)} in, ${formatMoney(price.output)} out per million tokens`] : []),
    ...(speed ? [`${Math.round(speed.tokensPerSecond)} tokens a second`] : []),
  ];
}

function formatLocality({ locality, host, hardware }: ModelSummary): string {
  if (locality !== "device") return `at ${host ?? "another computer"}`;
  if (hardware === "graphics") return "on this computer's graphics card";
  return hardware === "processor" ? "on this computer, without a graphics card: slower" : "on this computer";
}
