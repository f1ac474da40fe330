import { useState } from "react";
import type { ConnectorDeclaration } from "../../../../engine/connectors/connector";
import { Button } from "../../../ui/button";
import { toIconName } from "../../../ui/icons/to-icon-name";
import { SourceCard } from "../card/source-card";
import type { Sources } from "../use-sources";
import { ConnectDialog } from "./connect-dialog";
import styles from "./connected-apps.module.css";

interface ConnectedAppsProps {
  readonly sources: Sources;
  readonly onDone: () => void;
}

/** The connected sources, and a button for each vendor. */
export function ConnectedApps({ sources, onDone }: ConnectedAppsProps) {
  const [connecting, setConnecting] = useState<ConnectorDeclaration>();
  const now = Date.now();
  const services = sources.declarations.filter(({ addedBy }) => addedBy === "sign-in");
  return (
    <>
      {services.flatMap((declaration) =>
        sources.summaries
          .filter(({ source }) => source.connectorId === declaration.id)
          .map((summary) => (
            <SourceCard
              key={summary.source.id}
              declaration={declaration}
              summary={summary}
              now={now}
              onDone={onDone}
            />
          )),
      )}
      <ul className={styles.offers}>
        {services.map((declaration) => (
          <li key={declaration.id}>
            <Button
              className={styles.offer ?? ""}
              icon={toIconName(declaration.icon)}
              onClick={() => setConnecting(declaration)}
            >
              Connect {declaration.name}
            </Button>
          </li>
        ))}
      </ul>
      {connecting && (
        <ConnectDialog
          declaration={connecting}
          onClose={() => setConnecting(undefined)}
          onDone={() => {
            setConnecting(undefined);
            onDone();
          }}
        />
      )}
    </>
  );
}
