import { useEffect } from "react";

/** Names the page, and its language, which the page generated for us does not say. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title;
    document.documentElement.lang = "en";
  }, [title]);
}
