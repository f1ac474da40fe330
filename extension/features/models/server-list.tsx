import { useState } from "react";
import type { ModelServer } from "../../../engine/model/model-settings";
import { Button } from "../../ui/button";
import { IconButton } from "../../ui/icon-button";
import { KeyDialog } from "./key-dialog";
import { ServerDialog } from "./server-dialog";
import styles from "./server-list.module.css";
import type { useModels } from "./use-models";

interface ServerListProps {
  readonly servers: readonly ModelServer[];
  /** Ids of those that have a key; absent while it cannot be told. */
  readonly withKey: readonly string[] | undefined;
  readonly on: Pick<
    ReturnType<typeof useModels>,
    "addServer" | "setKey" | "removeServer" | "lookAgain" | "busy"
  >;
}

/** Servers that hold models: Ollama, LM Studio, a vendor's. */
export function ServerList({ servers, withKey, on }: ServerListProps) {
  const [adding, setAdding] = useState(false);
  const [keyed, setKeyed] = useState<ModelServer>();
  return (
    <div>
      <h3 className={styles.title}>Model servers</h3>
      <ul>
        {servers.map((server) => (
          <li key={server.id} className={styles.server}>
            <div className={styles.words}>
              <p className={styles.name}>{server.name}</p>
              <p className={styles.address}>{server.baseUrl}</p>
            </div>
            <Button tone="quiet" icon="lock" disabled={on.busy || !withKey} onClick={() => setKeyed(server)}>
              {withKey?.includes(server.id) ? "Key stored" : "No key"}
            </Button>
            <IconButton
              icon="trash"
              label={`Remove ${server.name}`}
              disabled={on.busy}
              onClick={() => on.removeServer(server)}
            />
          </li>
        ))}
      </ul>
      {!withKey && (
        <p className={styles.address}>Keys are locked away: unlock your sign-ins to change them.</p>
      )}
      <div className={styles.actions}>
        <Button icon="plus" disabled={on.busy} onClick={() => setAdding(true)}>
          Add a server
        </Button>
        <Button tone="quiet" icon="retry" disabled={on.busy} onClick={on.lookAgain}>
          Look again
        </Button>
      </div>
      {adding && (
        <ServerDialog
          onCancel={() => setAdding(false)}
          onAdd={(entered) => {
            setAdding(false);
            on.addServer(entered);
          }}
        />
      )}
      {keyed && (
        <KeyDialog
          server={keyed}
          isStored={withKey?.includes(keyed.id) ?? false}
          onCancel={() => setKeyed(undefined)}
          onEnter={(key) => {
            setKeyed(undefined);
            on.setKey(keyed, key);
          }}
        />
      )}
    </div>
  );
}
