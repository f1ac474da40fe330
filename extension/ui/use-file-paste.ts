import { useEffect, useEffectEvent } from "react";

/** Calls `onPaste` with a file that is pasted into the page, such as a screenshot. Text is pasted as usual. */
export function useFilePaste(onPaste: (file: File) => void): void {
  const handlePaste = useEffectEvent(onPaste);
  useEffect(() => {
    const listeners = new AbortController();
    window.addEventListener(
      "paste",
      (event) => {
        const [file] = event.clipboardData?.files ?? [];
        // Spreadsheet cells are copied as text and as an image; the text is preferred.
        if (!file || event.clipboardData?.types.includes("text/plain")) return;
        event.preventDefault();
        handlePaste(file);
      },
      { signal: listeners.signal },
    );
    return () => listeners.abort();
  }, []);
}
