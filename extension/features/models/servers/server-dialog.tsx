import { useId } from "react";
import { FormDialog } from "../../../ui/form-dialog";
import { FormField, FormHelp } from "../../../ui/form-field";
import { SecretField, UrlField } from "./server-fields";
import type { EnteredServer } from "./to-server";

/** Default addresses of common servers. */
const KNOWN_SERVERS = [
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

/** Asks for the address of a model server and its optional key. */
export function ServerDialog({ onAdd, onCancel }: ServerDialogProps) {
  const listId = useId();
  return (
    <FormDialog
      title="Add a model server"
      text="Any server with OpenAI's interface. What is asked of it is listed below, in the log of what left this computer."
      action="Add"
      onSubmit={(field) =>
        onAdd({ name: field("name") || new URL(field("url")).host, baseUrl: field("url"), key: field("key") })
      }
      onCancel={onCancel}
    >
      <UrlField placeholder={KNOWN_SERVERS[0].url} list={listId} />
      <datalist id={listId}>
        {KNOWN_SERVERS.map(({ name, url }) => (
          <option key={url} value={url} label={name} />
        ))}
      </datalist>
      <FormField label="Name (optional)" name="name" autoComplete="off" maxLength={60} />
      <SecretField label="Key, where the server wants one" name="key" />
      <FormHelp>The key is kept encrypted with your sign-ins and sent to this server alone.</FormHelp>
    </FormDialog>
  );
}
