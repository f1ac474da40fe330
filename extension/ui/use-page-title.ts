import { useEffect } from "react";

/** Sets the title and the language of the page, which the generated HTML lacks. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title;
    document.documentElement.lang = "en";
  }, [title]);
}
