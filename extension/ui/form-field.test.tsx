import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { FormField, FormTextArea } from "./form-field";

test("FormField names its input by the label and describes it by the help", () => {
  render(<FormField label="Address" help="Without a path" name="url" />);
  expect(screen.getByRole("textbox", { name: "Address", description: "Without a path" })).toBeDefined();
  expect(screen.getByText("Address").tagName).toBe("LABEL");
});

test("FormField with a hidden label has its name for screen readers alone", () => {
  render(<FormField label="Name" isLabelHidden name="title" />);
  expect(screen.getByRole("textbox", { name: "Name" }).hasAttribute("aria-describedby")).toBe(false);
  expect(screen.queryByText("Name")).toBeNull();
});

test("FormField has its button beside the input", () => {
  render(
    <FormField
      label="Redirect URL"
      readOnly
      value="https://a.example/"
      button={<button type="button">Copy</button>}
    />,
  );
  expect(screen.getByRole("button", { name: "Copy" }).previousElementSibling).toBe(
    screen.getByRole("textbox"),
  );
});

test("FormTextArea is labelled like an input", () => {
  render(<FormTextArea label="Question" name="text" rows={2} />);
  expect(screen.getByRole("textbox", { name: "Question" }).tagName).toBe("TEXTAREA");
});
