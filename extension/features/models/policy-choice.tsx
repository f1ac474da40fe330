import { useId } from "react";
import type { SendPolicy } from "../../../engine/model/model-settings";
import styles from "./policy-choice.module.css";

const POLICIES: readonly { readonly id: SendPolicy; readonly label: string; readonly help: string }[] = [
  { id: "device", label: "This computer only", help: "Questions and passages never leave it." },
  { id: "network", label: "My own network, too", help: "Also machines at private addresses you add below." },
  {
    id: "ask",
    label: "Ask before the cloud",
    help: "You agree to each question that would leave your network.",
  },
  { id: "cloud", label: "Anywhere", help: "Whatever server you add below may be asked." },
];

interface PolicyChoiceProps {
  readonly policy: SendPolicy;
  readonly disabled: boolean;
  readonly onChange: (policy: SendPolicy) => void;
}

/** Where questions and the passages that answer them may be sent. */
export function PolicyChoice({ policy, disabled, onChange }: PolicyChoiceProps) {
  const name = useId();
  return (
    <fieldset className={styles.policies} disabled={disabled}>
      <legend className={styles.legend}>Models may answer on</legend>
      {POLICIES.map(({ id, label, help }) => (
        <label key={id} className={styles.policy}>
          <input type="radio" name={name} checked={policy === id} onChange={() => onChange(id)} />
          <span>
            {label}
            <span className={styles.help}>{help}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
