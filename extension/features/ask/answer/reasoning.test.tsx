import { fireEvent, render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { Reasoning } from "./reasoning";

const THOUGHTS = "\nThe person wants a date.\n<b>May</b> [click](https://evil.example)";

test("Reasoning is folded until it is opened, as plain text", () => {
  const { container } = render(<Reasoning text={THOUGHTS} />);
  expect(container.querySelector("details")?.open).toBe(false);
  expect(screen.queryByText(/wants a date/)).toBeNull();
  fireEvent.click(screen.getByText("Thinking"));
  expect(screen.getByLabelText("What the model thought").textContent).toBe(THOUGHTS.trim());
  expect(container.querySelector("a, b")).toBeNull();
});

test("Reasoning is opened and scrolled with the keyboard", () => {
  const { container } = render(<Reasoning text={THOUGHTS} />);
  // A summary takes the focus, Enter and Space by itself; nothing may take that away.
  const summary = container.querySelector("details > summary");
  expect(summary?.getAttribute("tabindex")).toBeNull();
  fireEvent.click(screen.getByText("Thinking"));
  expect(screen.getByLabelText("What the model thought").tabIndex).toBe(0);
  fireEvent.click(screen.getByText("Thinking"));
  expect(screen.queryByText(/wants a date/)).toBeNull();
});

test("Reasoning renders nothing without thoughts", () => {
  expect(render(<Reasoning text={" \n"} />).container.innerHTML).toBe("");
});
