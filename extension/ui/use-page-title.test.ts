import { renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { usePageTitle } from "./use-page-title";

test("usePageTitle() sets the title, anew when it changes, and the language of the page", () => {
  const { rerender } = renderHook(({ title }) => usePageTitle(title), { initialProps: { title: "Atlas" } });
  expect(document.title).toBe("Atlas");
  expect(document.documentElement.lang).toBe("en");
  rerender({ title: "Release notes" });
  expect(document.title).toBe("Release notes");
});
