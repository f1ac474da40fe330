import type { Nodes, Parents } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { Fragment, type ReactNode } from "react";
import { safeUrl } from "../../ui/safe-url";
import styles from "./answer-text.module.css";
import { splitCitations } from "./split-citations";

interface AnswerTextProps {
  /** Markdown with `[n]` markers. */
  readonly text: string;
  /** The numbers that are citations. */
  readonly known: ReadonlySet<number>;
  readonly renderCitation: (n: number) => ReactNode;
}

/**
 * An answer's Markdown as React nodes. Sources write part of it, so nothing becomes HTML of their making:
 * raw HTML is shown as text, pictures as their description, and only harmless links are links.
 */
export function AnswerText({ text, ...context }: AnswerTextProps) {
  return <div className={styles.text}>{render(fromMarkdown(text), context)}</div>;
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
      return withCitations(node.value, context);
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
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide block scrolls, and the keyboard must be able to.
        <pre tabIndex={0}>
          <code>{node.value}</code>
        </pre>
      );
    case "list":
      return node.ordered ? (
        <ol start={node.start ?? 1}>{children(node, context)}</ol>
      ) : (
        <ul>{children(node, context)}</ul>
      );
    case "listItem":
      return <li>{children(node, context)}</li>;
    case "blockquote":
      return <blockquote>{children(node, context)}</blockquote>;
    case "link":
      return link(node.url, children(node, context));
    case "break":
      return <br />;
    case "thematicBreak":
      return <hr />;
    case "html":
      return node.value;
    case "image":
      return node.alt;
    default:
      return "children" in node ? children(node, context) : null;
  }
}

function link(url: string, label: ReactNode): ReactNode {
  const href = safeUrl(url);
  if (!href) return label;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {label}
    </a>
  );
}

function withCitations(text: string, { known, renderCitation }: Context): ReactNode {
  return splitCitations(text, known).map((piece) =>
    "n" in piece ? (
      <span key={piece.at} className={styles.tied}>
        {piece.before}
        {renderCitation(piece.n)}
        {piece.after}
      </span>
    ) : (
      piece.text
    ),
  );
}
