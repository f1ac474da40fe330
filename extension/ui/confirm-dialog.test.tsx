import { fireEvent, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { ConfirmDialog } from "./confirm-dialog";

function draw() {
  const asked = { onConfirm: vi.fn(), onCancel: vi.fn() };
  const drawn = render(
    <ConfirmDialog title="Remove notes?" text="The files stay." confirmLabel="Remove" {...asked} />,
  );
  return { ...asked, ...drawn };
}

test("ConfirmDialog is open once rendered, named by its title and described by its text", () => {
  draw();
  const dialog = screen.getByRole<HTMLDialogElement>("dialog", {
    name: "Remove notes?",
    description: "The files stay.",
  });
  expect(dialog.open).toBe(true);
});

test("ConfirmDialog confirms with its labelled button", () => {
  const { onConfirm, onCancel } = draw();
  fireEvent.click(screen.getByRole("button", { name: "Remove" }));
  expect(onConfirm).toHaveBeenCalledOnce();
  expect(onCancel).not.toHaveBeenCalled();
});

test("ConfirmDialog cancels with its button and with Escape", () => {
  const { onConfirm, onCancel } = draw();
  fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
  fireEvent(screen.getByRole("dialog"), new Event("cancel"));
  expect(onCancel).toHaveBeenCalledTimes(2);
  expect(onConfirm).not.toHaveBeenCalled();
});

test("ConfirmDialog restores the focus when it is unmounted", () => {
  const opener = document.body.appendChild(document.createElement("button"));
  opener.focus();
  const { unmount } = draw();
  screen.getByRole("button", { name: "Remove" }).focus();
  unmount();
  expect(document.activeElement).toBe(opener);
  opener.remove();
});
