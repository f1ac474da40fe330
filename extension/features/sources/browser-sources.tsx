import { Switch } from "../../ui/switch";
import { SourceCard } from "./card/source-card";
import type { Sources } from "./use-sources";

interface BrowserSourcesProps {
  readonly sources: Sources;
  readonly onDone: () => void;
}

/** Sources that exist once: switched on and off, or built in. */
export function BrowserSources({ sources, onDone }: BrowserSourcesProps) {
  const now = Date.now();
  return sources.declarations
    .filter(({ multiple, addedBy }) => !multiple && addedBy !== "sign-in")
    .map((declaration) => (
      <SourceCard
        key={declaration.id}
        declaration={declaration}
        summary={sources.summaries.find(({ source }) => source.connectorId === declaration.id)}
        now={now}
        onDone={onDone}
        {...(declaration.addedBy === "switch" && {
          control: ({ on, busy, toggle }) => (
            <Switch
              id={`switch-${declaration.id}`}
              label={declaration.name}
              checked={on}
              disabled={busy}
              onChange={toggle}
            />
          ),
        })}
      />
    ));
}
