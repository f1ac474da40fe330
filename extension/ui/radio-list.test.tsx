import { fireEvent, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { RadioList } from "./radio-list";

const CHOICES = [
  { id: "device", label: "This computer only", help: "Questions never leave it." },
  { id: "cloud", label: "Anywhere" },
] as const;

test("RadioList shows one selected choice and reports another one by its id", () => {
  const onSelect = vi.fn();
  render(
    <RadioList legend="Models on" choices={CHOICES} selected="device" disabled={false} onSelect={onSelect} />,
  );
  expect(screen.getByRole("group", { name: "Models on" })).toBeDefined();
  expect(screen.getByRole<HTMLInputElement>("radio", { name: /This computer only/ }).checked).toBe(true);
  fireEvent.click(screen.getByRole("radio", { name: "Anywhere" }));
  expect(onSelect).toHaveBeenCalledExactlyOnceWith("cloud");
});

test("RadioList can be disabled as a whole", () => {
  render(
    <RadioList legend="Models on" choices={CHOICES} selected={undefined} disabled onSelect={() => {}} />,
  );
  expect(screen.getByRole<HTMLFieldSetElement>("group").disabled).toBe(true);
});
