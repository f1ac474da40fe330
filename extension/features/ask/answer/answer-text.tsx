import type { Nodes, Parents, Root, Table } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { Fragment, type ReactNode } from "react";
import type { TextRange } from "../../../ui/split-ranges";
import styles from "./answer-text.module.css";
import { AnswerTextNode } from "./answer-text-node";
import { CodeBlock } from "./code-block";

interface AnswerTextProps {
  /** Markdown with `[n]` markers. */
  readonly text: string;
  /** The numbers that are citations. */
  readonly citationNumbers: ReadonlySet<number>;
  readonly renderCitation: (n: number) => ReactNode;
  /** Ranges of `text` that no source supports. */
  readonly unsupported?: readonly TextRange[];
}

/**
 * An answer's Markdown as React nodes. Sources and models write it, so raw HTML is shown as text, images as their
 * description, and only links with a safe protocol become links.
 */
export function AnswerText({ text, ...options }: AnswerTextProps) {
  return <div className={styles.text}>{renderNode(parseAnswer(text), options)}</div>;
}

type RenderOptions = Omit<AnswerTextProps, "text">;

function renderChildren(node: Parents, options: RenderOptions): ReactNode {
  return node.children.map((child) => (
    <Fragment key={child.position?.start.offset}>{renderNode(child, options)}</Fragment>
  ));
}

function renderNode(node: Nodes, options: RenderOptions): ReactNode {
  switch (node.type) {
    case "text":
      return <AnswerTextNode node={node} {...options} />;
    case "paragraph":
      return <p>{renderChildren(node, options)}</p>;
    case "heading":
      return <p className={styles.heading}>{renderChildren(node, options)}</p>;
    case "strong":
      return <strong>{renderChildren(node, options)}</strong>;
    case "emphasis":
      return <em>{renderChildren(node, options)}</em>;
    case "inlineCode":
      return <code>{node.value}</code>;
    case "code":
      return <CodeBlock text={node.value} language={node.lang ?? undefined} />;
    case "list":
      return node.ordered ? (
        <ol start={node.start ?? 1}>{renderChildren(node, options)}</ol>
      ) : (
        <ul>{renderChildren(node, options)}</ul>
      );
    case "listItem":
      return <li>{renderChildren(node, options)}</li>;
    case "table":
      return renderTable(node, options);
    case "blockquote":
      return <blockquote>{renderChildren(node, options)}</blockquote>;
    case "link":
      return <AnswerLink url={node.url}>{renderChildren(node, options)}</AnswerLink>;
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
      return "children" in node ? renderChildren(node, options) : null;
  }
}

function renderTable({ children: rows, align }: Table, options: RenderOptions): ReactNode {
  const [head, ...body] = rows.map((row) =>
    row.children.map((cell, column) => {
      const style = { textAlign: align?.[column] ?? undefined };
      const key = cell.position?.start.offset;
      return row === rows[0] ? (
        <th key={key} scope="col" style={style}>
          {renderChildren(cell, options)}
        </th>
      ) : (
        <td key={key} style={style}>
          {renderChildren(cell, options)}
        </td>
      );
    }),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must scroll with the keyboard, too.
    <div className={styles.table} tabIndex={0}>
      <table>
        <thead>
          <tr>{head}</tr>
        </thead>
        <tbody>
          {body.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are only appended.
            <tr key={row}>{cells}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The syntax tree of an answer's Markdown, with tables; also of an unfinished answer. */
function parseAnswer(text: string): Root {
  return fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
}

/** Websites, and Atlas's reader page. */
const LINK_PROTOCOLS = new Set(["https:", "http:", "chrome-extension:"]);

/** A link with its host beside it, because a source or a model chose the text of the link. */
function AnswerLink({ url, children }: { readonly url: string; readonly children: ReactNode }) {
  if (!URL.canParse(url)) return children;
  const { href, protocol, host } = new URL(url);
  if (!LINK_PROTOCOLS.has(protocol)) return children;
  return (
    <>
      <a href={href} target="_blank" rel="noopener noreferrer" title={href}>
        {children}
      </a>
      {protocol.startsWith("http") && <span className={styles.host}> ({host})</span>}
    </>
  );
}
