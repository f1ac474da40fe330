import { act, fireEvent, render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import type { EgressEntry } from "../../../engine/ports/egress-log";
import { createDeferred, type Deferred } from "../../testing/deferred";
import { fakeMessaging } from "../../testing/fake-messaging";
import { EgressList } from "./egress-list";

function entries(from: number, count: number): readonly EgressEntry[] {
  return Array.from({ length: count }, (_, index) => ({
    ...{ id: from + index, at: 0, host: `host-${from + index}.example`, modelId: "m", characters: 10 },
    ...{ sources: [], cost: 0, outcome: "answered" as const },
  })) as unknown as readonly EgressEntry[];
}

test("EgressList shows 50 entries and reads 50 more on request, once at a time", async () => {
  const replies: Deferred<unknown>[] = [];
  const messaging = fakeMessaging({
    "egress-list": () => {
      const reply = createDeferred<unknown>();
      replies.push(reply);
      return reply.promise;
    },
  });
  render(<EgressList />);
  await act(async () => replies[0]?.resolve(entries(0, 50)));
  const more = screen.getByRole<HTMLButtonElement>("button", { name: "Show 50 more" });
  fireEvent.click(more);
  expect(more.disabled).toBe(true);
  await act(async () => replies[1]?.resolve(entries(50, 3)));
  expect(messaging.requests("egress-list")).toEqual([
    { offset: 0, limit: 50 },
    { offset: 50, limit: 50 },
  ]);
  expect(screen.getAllByRole("row")).toHaveLength(54);
  expect(screen.queryByRole("button")).toBeNull();
});

test("EgressList shows an empty log, or why it cannot be read", async () => {
  fakeMessaging({ "egress-list": () => [] });
  const { unmount } = render(<EgressList />);
  await act(async () => {});
  expect(document.body.textContent).toBe("Nothing has left this computer.");
  unmount();
  fakeMessaging();
  render(<EgressList />);
  await act(async () => {});
  expect(screen.getByRole("alert").textContent).toContain('No fake answers "egress-list"');
});
