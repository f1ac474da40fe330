import { EntryDialog } from "./entry-dialog";
import styles from "./entry-form.module.css";
import type { EnteredServer } from "./to-server";

/** Where the usual servers listen. */
const USUAL = [
  { name: "Ollama", url: "http://localhost:11434" },
  { name: "LM Studio", url: "http://localhost:1234" },
  { name: "llama.cpp", url: "http://localhost:8080" },
  { name: "vLLM", url: "http://localhost:8000" },
  { name: "OpenAI", url: "https://api.openai.com/v1" },
  { name: "OpenRouter", url: "https://openrouter.ai/api/v1" },
] as const;

interface ServerDialogProps {
  /** Called inside a click. */
  readonly onAdd: (entered: EnteredServer) => void;
  readonly onCancel: () => void;
}

/** Takes the address of a model server, and its key where it wants one. */
export function ServerDialog({ onAdd, onCancel }: ServerDialogProps) {
  return (
    <EntryDialog
      title="Add a model server"
      text="Any server with OpenAI's interface. What is asked of it is listed below, in the log of what left this computer."
      action="Add"
      onEnter={(field) =>
        onAdd({ name: field("name") || new URL(field("url")).host, baseUrl: field("url"), key: field("key") })
      }
      onCancel={onCancel}
    >
      {(id) => (
        <>
          <label htmlFor={`${id}-url`}>Address</label>
          <input
            id={`${id}-url`}
            className={styles.entry}
            name="url"
            type="url"
            required
            pattern="https?://.+"
            placeholder={USUAL[0].url}
            list={`${id}-usual`}
            spellCheck={false}
          />
          <datalist id={`${id}-usual`}>
            {USUAL.map(({ name, url }) => (
              <option key={url} value={url} label={name} />
            ))}
          </datalist>
          <label htmlFor={`${id}-name`}>Name (optional)</label>
          <input id={`${id}-name`} className={styles.entry} name="name" autoComplete="off" maxLength={60} />
          <label htmlFor={`${id}-key`}>Key, where the server wants one</label>
          <input
            id={`${id}-key`}
            className={styles.entry}
            name="key"
            type="password"
            autoComplete="new-password"
          />
          <p className={styles.help}>
            The key is kept encrypted with your sign-ins and sent to this server alone.
          </p>
        </>
      )}
    </EntryDialog>
  );
}
