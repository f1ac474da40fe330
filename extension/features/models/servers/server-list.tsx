import { useState } from "react";
import type { ModelSummary } from "../../../../engine/llm/models";
import type { ModelServer } from "../../../../engine/model/model-settings";
import { Button } from "../../../ui/button";
import { IconButton } from "../../../ui/icon-button";
import type { useModels } from "../use-models";
import { CompanionDialog } from "./companion-dialog";
import { KeyDialog } from "./key-dialog";
import { ServerDialog } from "./server-dialog";
import styles from "./server-list.module.css";

interface ServerListProps {
  readonly servers: readonly ModelServer[];
  /** Their models. */
  readonly models: readonly ModelSummary[];
  /** Ids of the servers with a key; absent while the vault is locked. */
  readonly withKey: readonly string[] | undefined;
  readonly on: Pick<
    ReturnType<typeof useModels>,
    "addServer" | "addCompanion" | "setKey" | "removeServer" | "refresh" | "busy"
  >;
}

/** The model servers: Ollama, LM Studio, vendors, the companion. */
export function ServerList({ servers, models, withKey, on }: ServerListProps) {
  const [adding, setAdding] = useState<"server" | "companion">();
  const hasCompanion = servers.some(({ kind }) => kind === "companion");
  const stop = () => setAdding(undefined);
  return (
    <div>
      <h3 className={styles.title}>Model servers</h3>
      <ul>
        {servers.map((server) => (
          <Server
            key={server.id}
            server={server}
            note={server.kind === "companion" ? formatCompanionState(server, models) : undefined}
            hasKey={withKey?.includes(server.id)}
            on={on}
          />
        ))}
      </ul>
      {!withKey && (
        <p className={styles.address}>Keys are locked away: unlock your sign-ins to change them.</p>
      )}
      <div className={styles.actions}>
        <Button icon="plus" disabled={on.busy} onClick={() => setAdding("server")}>
          Add a server
        </Button>
        {!hasCompanion && (
          <Button icon="plus" disabled={on.busy} onClick={() => setAdding("companion")}>
            Add the companion
          </Button>
        )}
        <Button tone="quiet" icon="retry" disabled={on.busy} onClick={on.refresh}>
          Look again
        </Button>
      </div>
      {adding === "server" && (
        <ServerDialog
          onCancel={stop}
          onAdd={(entered) => {
            stop();
            on.addServer(entered);
          }}
        />
      )}
      {adding === "companion" && (
        <CompanionDialog
          onCancel={stop}
          onAdd={(entered) => {
            stop();
            on.addCompanion(entered);
          }}
        />
      )}
    </div>
  );
}

interface ServerProps {
  readonly server: ModelServer;
  /** The state of the companion; undefined for other servers. */
  readonly note: string | undefined;
  /** Undefined while the vault is locked. */
  readonly hasKey: boolean | undefined;
  readonly on: ServerListProps["on"];
}

function Server({ server, note, hasKey, on }: ServerProps) {
  const [entering, setEntering] = useState(false);
  const isCompanion = server.kind === "companion";
  const stored = isCompanion ? "Paired" : "Key stored";
  const missing = isCompanion ? "Not paired" : "No key";
  return (
    <li className={styles.server}>
      <div className={styles.words}>
        <p className={styles.name}>{server.name}</p>
        <p className={styles.address}>{server.baseUrl}</p>
        {note && <p className={styles.address}>{note}</p>}
      </div>
      <Button
        tone="quiet"
        icon="lock"
        disabled={on.busy || hasKey === undefined}
        onClick={() => setEntering(true)}
      >
        {hasKey ? stored : missing}
      </Button>
      <IconButton
        icon="trash"
        label={`Remove ${server.name}`}
        disabled={on.busy}
        onClick={() => on.removeServer(server)}
      />
      {entering && (
        <KeyDialog
          server={server}
          isStored={hasKey ?? false}
          onCancel={() => setEntering(false)}
          onSubmit={(key) => {
            setEntering(false);
            on.setKey(server, key);
          }}
        />
      )}
    </li>
  );
}

/** The state of the companion in a line: its number of models, or why it has none. */
export function formatCompanionState(
  { id }: Pick<ModelServer, "id">,
  models: readonly Pick<ModelSummary, "providerId" | "state" | "reason">[],
): string {
  const own = models.filter(({ providerId }) => providerId === id);
  const ready = own.filter(({ state }) => state === "ready").length;
  if (ready > 0) return `Running, with ${ready} ${ready === 1 ? "model" : "models"}`;
  return own.find(({ reason }) => reason !== undefined)?.reason ?? "Looking for it …";
}
