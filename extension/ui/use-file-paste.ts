import { useEffect, useEffectEvent } from "react";

/** Hands over a file that is pasted into the page: a screenshot, a copied picture. Pasted words stay words. */
export function useFilePaste(onPaste: (file: File) => void): void {
  const handlePaste = useEffectEvent(onPaste);
  useEffect(() => {
    const listeners = new AbortController();
    window.addEventListener(
      "paste",
      (event) => {
        const [file] = event.clipboardData?.files ?? [];
        // Cells of a spreadsheet are copied as words and as a picture of them: the words are better.
        if (!file || event.clipboardData?.types.includes("text/plain")) return;
        event.preventDefault();
        handlePaste(file);
      },
      { signal: listeners.signal },
    );
    return () => listeners.abort();
  }, []);
}
