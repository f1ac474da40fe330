import { fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ErrorBoundary } from "./error-boundary";
import { PageBoundary } from "./page-boundary";

function Broken(): never {
  throw new TypeError("items is not iterable");
}

beforeEach(() => {
  // React logs errors that a boundary caught.
  vi.spyOn(console, "error").mockImplementation(() => {});
});

afterEach(() => vi.restoreAllMocks());

test("ErrorBoundary renders its children while they do not throw", () => {
  render(<ErrorBoundary fallback={() => "fallback"}>children</ErrorBoundary>);
  expect(document.body.textContent).toBe("children");
});

test("ErrorBoundary renders the fallback in place of children that throw, and keeps the rest of the page", () => {
  render(
    <>
      <p>before</p>
      <ErrorBoundary fallback={(error) => <p>{String(error)}</p>}>
        <Broken />
      </ErrorBoundary>
      <p>after</p>
    </>,
  );
  expect(document.body.textContent).toBe("beforeTypeError: items is not iterableafter");
});

test("ErrorBoundary renders its children again only when its key changes", () => {
  const draw = (resetKey: number, isBroken: boolean) => (
    <ErrorBoundary resetKey={resetKey} fallback={() => "fallback"}>
      {isBroken ? <Broken /> : "children"}
    </ErrorBoundary>
  );
  const { rerender } = render(draw(1, true));
  rerender(draw(1, false));
  expect(document.body.textContent).toBe("fallback");
  rerender(draw(2, false));
  expect(document.body.textContent).toBe("children");
  rerender(draw(2, true));
  expect(document.body.textContent).toBe("fallback");
});

test("PageBoundary shows the error of a page, and reloads it", () => {
  const reload = vi.spyOn(location, "reload").mockImplementation(() => {});
  render(
    <PageBoundary>
      <Broken />
    </PageBoundary>,
  );
  expect(screen.getByRole("alert").textContent).toContain("This page cannot be drawn: items is not iterable");
  fireEvent.click(screen.getByRole("button", { name: "Reload" }));
  expect(reload).toHaveBeenCalledOnce();
});
