import { act, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Turn } from "../../../../engine/model/chat";
import { citationFixture } from "../../../../engine/testing/fixtures";
import { TurnList } from "../conversation/turn-list";

const TURN: Turn = {
  chatId: "c",
  id: 1,
  askedAt: 0,
  question: "When does it ship?",
  scope: {},
  status: "stopped",
  text: "It ships on **Monday** [1].",
  citations: [citationFixture()],
  live: [],
  found: true,
};
/** A stored record with a broken citation. */
const UNDRAWABLE: Turn = { ...TURN, id: 2, question: "Who decided?", citations: [null as never] };

const nothing = () => {};

beforeEach(() => {
  // React logs errors that a boundary caught.
  vi.spyOn(console, "error").mockImplementation(nothing);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test("TurnBoundary shows a turn that cannot be rendered as text, and the others as usual", () => {
  render(list([UNDRAWABLE, TURN]));
  const broken = screen.getByRole("article", { name: "Who decided?" });
  expect(broken.textContent).toContain("This answer cannot be drawn as usual");
  expect(broken.textContent).toContain("It ships on **Monday** [1].");
  expect(screen.getByRole("article", { name: "When does it ship?" }).textContent).toContain("Release notes");
});

test("TurnBoundary copies the text of a turn that cannot be rendered", async () => {
  const writeText = vi.fn(async () => {});
  vi.stubGlobal("navigator", { clipboard: { writeText } });
  render(list([UNDRAWABLE]));
  await act(async () => fireEvent.click(screen.getByRole("button", { name: "Copy the text" })));
  expect(writeText).toHaveBeenCalledExactlyOnceWith("It ships on **Monday** [1].");
  expect(screen.getByRole("button", { name: "Copied" })).toBeDefined();
});

test("TurnBoundary renders a turn again when it is asked again", () => {
  const { rerender } = render(list([UNDRAWABLE]));
  rerender(list([{ ...UNDRAWABLE, status: "failed", citations: [] }]));
  expect(document.body.textContent).not.toContain("cannot be drawn");
  expect(screen.getByRole("button", { name: "Change this question" })).toBeDefined();
});

function list(turns: readonly Turn[]) {
  return (
    <TurnList
      turns={turns}
      sources={{ refresh: nothing }}
      focused={false}
      actions={{ onOpen: nothing, onRetry: nothing, onEdit: nothing, onAsk: nothing, onFindSimilar: nothing }}
      onAddSources={nothing}
    />
  );
}
