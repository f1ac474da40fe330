import type { Nodes, Parents, Table } from "mdast";
import { Fragment, type ReactNode } from "react";
import type { Range } from "../../ui/split-ranges";
import { AnswerLink } from "./answer-link";
import styles from "./answer-text.module.css";
import { AnswerWords } from "./answer-words";
import { CodeBlock } from "./code-block";
import { parseAnswer } from "./parse-answer";

interface AnswerTextProps {
  /** Markdown with `[n]` markers. */
  readonly text: string;
  /** The numbers that are citations. */
  readonly known: ReadonlySet<number>;
  readonly renderCitation: (n: number) => ReactNode;
  /** Stretches of `text` that no source supports. */
  readonly unsupported?: readonly Range[];
}

/**
 * An answer's Markdown as React nodes. Sources and models write it, so nothing becomes HTML of their making:
 * raw HTML is shown as text, pictures as their description, and only harmless links are links.
 */
export function AnswerText({ text, ...context }: AnswerTextProps) {
  return <div className={styles.text}>{render(parseAnswer(text), context)}</div>;
}

type Context = Omit<AnswerTextProps, "text">;

function children(node: Parents, context: Context): ReactNode {
  return node.children.map((child) => (
    <Fragment key={child.position?.start.offset}>{render(child, context)}</Fragment>
  ));
}

function render(node: Nodes, context: Context): ReactNode {
  switch (node.type) {
    case "text":
      return <AnswerWords node={node} {...context} />;
    case "paragraph":
      return <p>{children(node, context)}</p>;
    case "heading":
      return <p className={styles.heading}>{children(node, context)}</p>;
    case "strong":
      return <strong>{children(node, context)}</strong>;
    case "emphasis":
      return <em>{children(node, context)}</em>;
    case "inlineCode":
      return <code>{node.value}</code>;
    case "code":
      return <CodeBlock text={node.value} language={node.lang ?? undefined} />;
    case "list":
      return node.ordered ? (
        <ol start={node.start ?? 1}>{children(node, context)}</ol>
      ) : (
        <ul>{children(node, context)}</ul>
      );
    case "listItem":
      return <li>{children(node, context)}</li>;
    case "table":
      return table(node, context);
    case "blockquote":
      return <blockquote>{children(node, context)}</blockquote>;
    case "link":
      return <AnswerLink url={node.url}>{children(node, context)}</AnswerLink>;
    case "break":
      return <br />;
    case "thematicBreak":
      return <hr />;
    case "html":
      return node.value;
    case "image":
    case "imageReference":
      return node.alt;
    default:
      return "children" in node ? children(node, context) : null;
  }
}

function table({ children: rows, align }: Table, context: Context): ReactNode {
  const [head, ...body] = rows.map((row) =>
    row.children.map((cell, column) => {
      const style = { textAlign: align?.[column] ?? undefined };
      const key = cell.position?.start.offset;
      return row === rows[0] ? (
        <th key={key} scope="col" style={style}>
          {children(cell, context)}
        </th>
      ) : (
        <td key={key} style={style}>
          {children(cell, context)}
        </td>
      );
    }),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, and the keyboard must be able to.
    <div className={styles.table} tabIndex={0}>
      <table>
        <thead>
          <tr>{head}</tr>
        </thead>
        <tbody>
          {body.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows only ever come after the others.
            <tr key={row}>{cells}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
