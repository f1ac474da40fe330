import { act, fireEvent, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { StoreError } from "../../../engine/errors/store-error";
import { fakeChrome } from "../../testing/fake-chrome";
import { useLiveQuery } from "../../ui/use-live-query";
import { formatLoss, StoredDataNotices } from "./stored-data-notices";
import { StoredDataProvider } from "./stored-data-provider";

const LOST = [{ connectorId: "folder", label: "Notes" }];

function Reader({ load }: { readonly load: () => Promise<string> }) {
  const { value, problem } = useLiveQuery(load, { subscribe: () => () => {}, shouldPoll: () => false });
  return <p>{problem ?? value}</p>;
}

test("StoredDataNotices says once what to do with a store that cannot be opened, and reads again", async () => {
  fakeChrome();
  let broken = true;
  const load = async () => {
    if (broken) throw new StoreError("Cannot open what Atlas has stored: restart Chrome");
    return "Read";
  };
  render(
    <StoredDataProvider>
      <StoredDataNotices />
      <Reader load={load} />
      <Reader load={load} />
    </StoredDataProvider>,
  );
  await act(async () => {});
  expect(screen.getAllByText(/restart Chrome/)).toHaveLength(1);
  broken = false;
  await act(async () => fireEvent.click(screen.getByText("Try again")));
  expect(screen.queryByRole("alert")).toBeNull();
  expect(screen.getAllByText("Read")).toHaveLength(2);
});

test("StoredDataNotices names the sources that Chrome has lost, until it is dismissed", async () => {
  const { local } = fakeChrome();
  local.set("lost-sources", LOST);
  const onAddSources = vi.fn();
  render(<StoredDataNotices onAddSources={onAddSources} />);
  await act(async () => {});
  expect(screen.getByRole("alert").textContent).toContain("“Notes” and your chats");
  fireEvent.click(screen.getByText("Add them again"));
  expect(onAddSources).toHaveBeenCalledTimes(1);
  await act(async () => fireEvent.click(screen.getByLabelText("Dismiss")));
  expect(screen.queryByRole("alert")).toBeNull();
});

test("formatLoss() names the first sources and counts the others", () => {
  const lost = ["A", "B", "C", "D", "E", "F", "G"].map((label) => ({ connectorId: "folder", label }));
  expect(formatLoss(lost, "Add the sources again")).toContain(
    "“A”, “B”, “C”, “D”, “E”, 2 more and your chats",
  );
});
