import { fireEvent, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { FormDialog } from "./form-dialog";
import { FormField, FormTextArea } from "./form-field";

test("FormDialog submits the trimmed values of its fields by name", () => {
  const onSubmit = vi.fn((field: (name: string) => string) => [field("url"), field("note")]);
  render(
    <FormDialog title="Add a server" action="Add" onSubmit={onSubmit} onCancel={() => {}}>
      <FormField label="Address" name="url" defaultValue=" http://localhost " />
      <FormTextArea label="Note" name="note" defaultValue="mine" />
    </FormDialog>,
  );
  fireEvent.click(screen.getByRole("button", { name: "Add" }));
  expect(onSubmit).toHaveReturnedWith(["http://localhost", "mine"]);
});

test("FormDialog submits nothing while a field is invalid", () => {
  const onSubmit = vi.fn();
  render(
    <FormDialog title="Add a server" action="Add" onSubmit={onSubmit} onCancel={() => {}}>
      <FormField label="Address" name="url" required />
    </FormDialog>,
  );
  fireEvent.click(screen.getByRole("button", { name: "Add" }));
  expect(onSubmit).not.toHaveBeenCalled();
});
