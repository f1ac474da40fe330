import { type FormEvent, useEffect, useState } from "react";
import { type Prompt, readPrompts, savePrompts } from "../../../../platform/prompts";
import { Button } from "../../../../ui/button";
import { Dialog } from "../../../../ui/dialog";
import { Form, FormField, FormTextArea } from "../../../../ui/form-field";
import { IconButton } from "../../../../ui/icon-button";
import { Notice } from "../../../../ui/notice";
import { useAction } from "../../../../ui/use-action";
import { COMMANDS } from "./parse-command";
import styles from "./prompts-dialog.module.css";

interface PromptsDialogProps {
  readonly prompts: readonly Prompt[];
  /** Why they could not be saved. */
  readonly problem?: string | undefined;
  readonly onSave: (prompts: readonly Prompt[]) => void;
  readonly onClose: () => void;
}

/** Edits the person's own commands: a name and the question it expands to. */
export function PromptsDialog({ prompts, problem, onSave, onClose }: PromptsDialogProps) {
  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const prompt = { name: String(form.get("name")), text: String(form.get("text")).trim() };
    onSave([...prompts.filter(({ name }) => name !== prompt.name), prompt]);
    event.currentTarget.reset();
  };
  return (
    <Dialog
      title="Your own commands"
      text="Type a slash and the name to ask the question. {text} stands for what you type after the name."
      onCancel={onClose}
      actions={<Button onClick={onClose}>Done</Button>}
    >
      {problem && <Notice tone="problem">{`Cannot save your commands: ${problem}`}</Notice>}
      <ul className={styles.list}>
        {prompts.map(({ name, text }) => (
          <li key={name} className={styles.prompt}>
            <div className={styles.words}>
              <strong>/{name}</strong> {text}
            </div>
            <IconButton
              icon="trash"
              label={`Delete /${name}`}
              onClick={() => onSave(prompts.filter((other) => other.name !== name))}
            />
          </li>
        ))}
      </ul>
      <Form onSubmit={add}>
        <FormField
          label="Name"
          name="name"
          required
          maxLength={30}
          pattern={`(?!(?:${COMMANDS.map(({ name }) => name).join("|")})$)[a-z0-9\\-]+`}
          title="Small letters, digits and hyphens, and not the name of another command"
          autoComplete="off"
        />
        <FormTextArea
          label="Question"
          name="text"
          required
          rows={2}
          placeholder="Which risks does {text} name?"
        />
        <Button className={styles.add ?? ""} type="submit" icon="plus">
          Add
        </Button>
      </Form>
    </Dialog>
  );
}

/** The person's own commands. */
export function usePrompts() {
  const [prompts, setPrompts] = useState<readonly Prompt[]>();
  const action = useAction();
  useEffect(() => {
    // Commands that were saved meanwhile are newer. A failed read leaves no commands.
    readPrompts().then(
      (stored) => setPrompts((saved) => saved ?? stored),
      () => {},
    );
  }, []);
  return {
    prompts: prompts ?? [],
    problem: action.problem,
    save: (changed: readonly Prompt[]) => {
      setPrompts(changed);
      void action.run(() => savePrompts(changed));
    },
  };
}
