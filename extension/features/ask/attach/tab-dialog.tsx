import { useEffect, useState } from "react";
import type { OpenTab } from "../../../../engine/ports/tabs";
import { browserTabs } from "../../../platform/browser-tabs";
import { requestAccess } from "../../../platform/permissions";
import { Button } from "../../../ui/button";
import { Dialog } from "../../../ui/dialog";
import { Notice } from "../../../ui/notice";
import { useAction } from "../../../ui/use-action";
import styles from "./tab-dialog.module.css";

interface TabDialogProps {
  readonly onChoose: (tabId: number) => void;
  readonly onCancel: () => void;
}

/** Selects one of the open tabs. */
export function TabDialog({ onChoose, onCancel }: TabDialogProps) {
  const [tabs, setTabs] = useState<readonly OpenTab[]>();
  const { run, problem, code } = useAction();
  const load = async () => setTabs(await readTabs());
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs once; `run` and `load` change with every render.
  useEffect(() => void run(load), []);
  const allow = () =>
    run(async () => {
      if (await requestAccess(["tabs"], [])) await load();
    });
  return (
    <Dialog
      title="Ask about another tab"
      onCancel={onCancel}
      actions={<Button onClick={onCancel}>Cancel</Button>}
    >
      {problem && (
        <Notice
          tone={code === "permission" ? "request" : "problem"}
          actions={code === "permission" && <Button onClick={() => void allow()}>Allow</Button>}
        >
          {code === "permission" ? "To list your tabs, Atlas needs to see their titles." : problem}
        </Notice>
      )}
      <ul className={styles.list}>
        {tabs?.map(({ tabId, title, url }) => (
          <li key={tabId}>
            <button type="button" className={styles.tab} onClick={() => onChoose(tabId)}>
              <span className={styles.title}>{title || url}</span>
              <span className={styles.host}>{new URL(url).host}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

/** The tabs that can be read, most recently used first. */
async function readTabs(): Promise<readonly OpenTab[]> {
  const tabs = (await browserTabs.list()).filter(({ url }) => /^https?:/.test(url));
  return tabs.sort((a, b) => b.lastAccessedAt - a.lastAccessedAt);
}
