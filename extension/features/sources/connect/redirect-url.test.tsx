import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, expect, it, vi } from "vitest";
import { RedirectUrl } from "./redirect-url";

afterEach(() => {
  vi.unstubAllGlobals();
});

it("shows the redirect URL of this copy of Atlas", () => {
  vi.stubGlobal("chrome", { runtime: { id: "abcdefghijklmnop" } });
  const html = renderToStaticMarkup(<RedirectUrl vendor="Linear" />);
  expect(html).toContain('value="https://abcdefghijklmnop.chromiumapp.org/"');
  expect(html).toContain("Enter it at Linear as the redirect URL of your app");
});
