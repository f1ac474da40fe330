import { act, fireEvent, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { createDeferred, type Deferred } from "../../../testing/deferred";
import { fakeMessaging } from "../../../testing/fake-messaging";
import { FollowUps } from "./follow-ups";

const TURN = { chatId: "c", id: 1, askedAt: 5 };

test("FollowUps shows the suggestions of the engine", async () => {
  fakeMessaging({ "follow-ups": () => ["Why?"] });
  const onAsk = vi.fn();
  render(<FollowUps turn={TURN} onAsk={onAsk} />);
  await act(async () => {});
  fireEvent.click(screen.getByRole("button", { name: "Why?" }));
  expect(onAsk).toHaveBeenCalledExactlyOnceWith("Why?");
});

test("FollowUps renders nothing when the suggestions cannot be read", async () => {
  fakeMessaging();
  const { container } = render(<FollowUps turn={TURN} onAsk={() => {}} />);
  await act(async () => {});
  expect(container.innerHTML).toBe("");
});

test("FollowUps drops the suggestions of a replaced answer", async () => {
  const replies: Deferred<string[]>[] = [];
  fakeMessaging({
    "follow-ups": () => {
      const reply = createDeferred<string[]>();
      replies.push(reply);
      return reply.promise;
    },
  });
  const { rerender, container } = render(<FollowUps turn={TURN} onAsk={() => {}} />);
  rerender(<FollowUps turn={{ ...TURN, askedAt: 9 }} onAsk={() => {}} />);
  await act(async () => replies[1]?.resolve(["New?"]));
  await act(async () => replies[0]?.resolve(["Old?"]));
  expect(container.textContent).toBe("New?");
  rerender(<FollowUps turn={{ ...TURN, askedAt: 12 }} onAsk={() => {}} />);
  expect(container.textContent).toBe("");
});
