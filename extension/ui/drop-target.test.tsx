import { act, render } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { DropTarget } from "./drop-target";

function dispatch(type: string): void {
  const event = Object.assign(new Event(type), { dataTransfer: { types: ["Files"] } });
  act(() => void window.dispatchEvent(event));
}

test("DropTarget covers the page while files are dragged over it, and passes on the dropped ones", () => {
  const onDrop = vi.fn();
  const { container } = render(<DropTarget icon="folder" label="Drop folders" onDrop={onDrop} />);
  expect(container.textContent).toBe("");
  dispatch("dragenter");
  expect(container.textContent).toBe("Drop folders");
  dispatch("drop");
  expect(onDrop).toHaveBeenCalledOnce();
  expect(container.textContent).toBe("");
});
