import styles from "./citation-marker.module.css";

interface CitationMarkerProps {
  readonly n: number;
  readonly title: string;
  readonly onOpen: () => void;
}

/** The number of a citation in the answer; opens the source at the passage, as the citation card does. */
export function CitationMarker({ n, title, onOpen }: CitationMarkerProps) {
  return (
    <button
      type="button"
      className={styles.marker}
      aria-label={`${n}: ${title}`}
      title={title}
      onClick={onOpen}
    >
      {n}
    </button>
  );
}
