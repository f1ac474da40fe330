import { Disclosure } from "../../../ui/disclosure";
import styles from "./reasoning.module.css";

/** What the model thought before it answered, folded. Written by the model about texts of others: shown as plain text. */
export function Reasoning({ text }: { readonly text: string }) {
  if (text.trim() === "") return null;
  return (
    <Disclosure label="Thinking">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long thoughts must scroll with the keyboard, too. */}
      <section className={styles.reasoning} aria-label="What the model thought" tabIndex={0}>
        {text.trim()}
      </section>
    </Disclosure>
  );
}
