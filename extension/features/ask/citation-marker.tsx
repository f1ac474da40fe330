import styles from "./citation-marker.module.css";

interface CitationMarkerProps {
  readonly n: number;
  readonly title: string;
  readonly onOpen: () => void;
}

/** The number of a citation inside the answer; leads to its card. */
export function CitationMarker({ n, title, onOpen }: CitationMarkerProps) {
  return (
    <button
      type="button"
      className={styles.marker}
      aria-label={`Citation ${n}: ${title}`}
      title={title}
      onClick={onOpen}
    >
      {n}
    </button>
  );
}
