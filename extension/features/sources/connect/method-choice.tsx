import { useId } from "react";
import type { SignInMethod } from "../../../../engine/connectors/service";
import styles from "./method-choice.module.css";

interface MethodChoiceProps {
  readonly methods: readonly SignInMethod[];
  readonly chosen: SignInMethod | undefined;
  readonly disabled: boolean;
  readonly onChoose: (method: SignInMethod) => void;
}

/** The ways to sign in, best first. */
export function MethodChoice({ methods, chosen, disabled, onChoose }: MethodChoiceProps) {
  const name = useId();
  return (
    <fieldset className={styles.choice} disabled={disabled}>
      <legend className={styles.legend}>How to sign in</legend>
      {methods.map((method) => (
        <label key={method.id} className={styles.method}>
          <input
            type="radio"
            name={name}
            checked={method.id === chosen?.id}
            onChange={() => onChoose(method)}
          />
          {method.label}
        </label>
      ))}
    </fieldset>
  );
}
