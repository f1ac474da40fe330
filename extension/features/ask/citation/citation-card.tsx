import type { MouseEvent } from "react";
import type { Citation, PassageStatus } from "../../../../engine/model/answer";
import { Button } from "../../../ui/button";
import { formatAge } from "../../../ui/format-age";
import { safeUrl } from "../../../ui/safe-url";
import { splitRanges, type TextRange } from "../../../ui/split-ranges";
import styles from "./citation-card.module.css";
import { type Excerpt, excerptAround } from "./excerpt-around";

/** Longest excerpt on a card, in characters; about six lines at the usual width of the panel. */
const MAX_EXCERPT_LENGTH = 320;

const STATUS_WORDS: Readonly<Record<PassageStatus, string>> = {
  superseded: "No longer in force",
  draft: "A draft",
};

interface CitationCardProps {
  readonly citation: Citation;
  /** False where no text refers to the card. */
  readonly isNumbered?: boolean;
  /** Sentences about its conflicts with other citations. */
  readonly conflicts: readonly string[];
  readonly now: number;
  readonly onOpen: (url: string) => void;
  readonly onFindSimilar: (quote: string) => void;
}

/** A cited passage; a click opens the source at the passage. */
export function CitationCard({
  citation,
  isNumbered = true,
  conflicts,
  now,
  onOpen,
  onFindSimilar,
}: CitationCardProps) {
  const { passage } = citation;
  const { text, highlights, code = [] } = passage;
  const excerpt = excerptAround({ text, ranges: highlights, code }, MAX_EXCERPT_LENGTH);
  const url = safeUrl(citation.url);
  const open = (event: MouseEvent) => {
    // With a modifier key the browser opens the link.
    if (!url || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onOpen(url);
  };
  return (
    <li className={styles.card}>
      <a className={styles.link} href={url} onClick={open}>
        <span className={styles.head}>
          {isNumbered && <span className={styles.number}>{citation.n}</span>}
          <span className={styles.title}>{citation.title}</span>
        </span>
        <Origin citation={citation} now={now} />
        <span className={styles.excerpt}>
          <PassageText {...excerpt} />
        </span>
        {citation.status && <span className={styles.conflict}>{STATUS_WORDS[citation.status]}</span>}
        {conflicts.map((words) => (
          <span key={words} className={styles.conflict}>
            {words}
          </span>
        ))}
      </a>
      <Button
        className={styles.similar ?? ""}
        tone="quiet"
        icon="search"
        aria-label={`Find more like ${citation.n}: ${citation.title}`}
        onClick={() => onFindSimilar(citation.quote)}
      >
        More like this
      </Button>
    </li>
  );
}

function Origin({ citation, now }: { readonly citation: Citation; readonly now: number }) {
  const { source, author, container = [], page, updatedAt } = citation;
  // The path of a folder source starts with the name of the source.
  const path = container[0] === source ? container.slice(1) : container;
  const parts = [
    source,
    ...(path.length > 0 ? [path.join(" › ")] : []),
    ...(page ? [`page ${page}`] : []),
    ...(author ? [author] : []),
  ];
  const time = Date.parse(updatedAt);
  return (
    <span className={styles.origin}>
      {parts.join(" · ")}
      {" · "}
      <time dateTime={updatedAt} title={new Date(time).toLocaleString()}>
        {formatAge(time, now)}
      </time>
    </span>
  );
}

/** A cited passage with its quote marked; code is monospaced, in lines of its own. */
function PassageText({ text, ranges, code }: Excerpt) {
  return splitRanges(text, code).map(({ start, text: stretch, marked: isCode }) => {
    // The code block brings the line break after it.
    const skipped = stretch.startsWith("\n") ? 1 : 0;
    const words = stretch.slice(skipped);
    const inside = ranges.map(([from, to]): TextRange => [from - start - skipped, to - start - skipped]);
    return isCode ? (
      <code key={start} className={styles.code}>
        <HighlightedText text={words} ranges={inside} />
      </code>
    ) : (
      <span key={start} className={styles.prose}>
        <HighlightedText text={words} ranges={inside} />
      </span>
    );
  });
}

/** Text with marked ranges. */
function HighlightedText({ text, ranges }: { readonly text: string; readonly ranges: readonly TextRange[] }) {
  return splitRanges(text, ranges).map((span) =>
    span.marked ? <mark key={span.start}>{span.text}</mark> : span.text,
  );
}
