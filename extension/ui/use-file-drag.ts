import { useEffectEvent, useLayoutEffect, useState } from "react";

/** True while files are dragged over the page; calls `onDrop` with dropped files. */
export function useFileDrag(onDrop: (transfer: DataTransfer) => void): boolean {
  const [dragging, setDragging] = useState(false);
  const handleDrop = useEffectEvent(onDrop);
  // Before the first paint, because files may be dropped as soon as the page is visible.
  useLayoutEffect(() => {
    const listeners = new AbortController();
    const { signal } = listeners;
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setDragging(true);
    };
    window.addEventListener("dragenter", over, { signal });
    window.addEventListener("dragover", over, { signal });
    window.addEventListener(
      "dragleave",
      // The related target is null only when the drag leaves the window.
      (event) => event.relatedTarget === null && setDragging(false),
      { signal },
    );
    window.addEventListener(
      "drop",
      (event) => {
        setDragging(false);
        if (!event.dataTransfer?.types.includes("Files")) return;
        event.preventDefault();
        handleDrop(event.dataTransfer);
      },
      { signal },
    );
    return () => listeners.abort();
  }, []);
  return dragging;
}
