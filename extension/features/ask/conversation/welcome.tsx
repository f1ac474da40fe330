import { Button } from "../../../ui/button";
import { Logo } from "../../../ui/icons/logo";
import styles from "./welcome.module.css";

/** Shown while there are no sources: what Atlas does, and a button to add a source. */
export function Welcome({ onAddSources }: { readonly onAddSources: () => void }) {
  return (
    <div className={styles.welcome}>
      <Logo size={44} />
      <h2 className={styles.title}>Ask your own work</h2>
      <p>
        Atlas answers questions from your apps, mail, folders and pages, shows the passages it found, and
        keeps everything on this computer.
      </p>
      <Button tone="primary" icon="plus" onClick={onAddSources}>
        Choose what Atlas reads
      </Button>
    </div>
  );
}
