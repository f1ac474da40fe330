import { IconButton } from "../../../ui/icon-button";
import { useCopy } from "../../../ui/use-copy";
import styles from "./code-block.module.css";

interface CodeBlockProps {
  readonly text: string;
  /** The language tag of the Markdown. */
  readonly language: string | undefined;
}

/** Source code in an answer, with a button that copies it. */
export function CodeBlock({ text, language }: CodeBlockProps) {
  const { copied, copy } = useCopy();
  return (
    <div className={styles.block}>
      <div className={styles.head}>
        <span>{language}</span>
        <IconButton
          icon={copied ? "check" : "copy"}
          label={copied ? "Copied" : "Copy this code"}
          onClick={() => copy(text)}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide block must scroll with the keyboard, too. */}
      <pre tabIndex={0}>
        <code>{text}</code>
      </pre>
    </div>
  );
}
