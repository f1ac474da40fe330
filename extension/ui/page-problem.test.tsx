import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test } from "vitest";
import { createPageProblem, PageProblemContext, usePageProblem } from "./page-problem";
import { useLiveQuery } from "./use-live-query";

/** A page with two readers that share what they read. */
function setUp() {
  const data = { broken: false, reads: 0 };
  const page = createPageProblem((error) => error instanceof RangeError);
  const load = async () => {
    data.reads++;
    if (data.broken) throw new RangeError("The store is closed");
    return "value";
  };
  const options = { subscribe: () => () => {}, shouldPoll: () => false };
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <PageProblemContext value={page}>{children}</PageProblemContext>
  );
  const hook = renderHook(
    () => ({
      page: usePageProblem(),
      readers: [useLiveQuery(load, options), useLiveQuery(load, options)],
    }),
    { wrapper },
  );
  return { ...hook, data, pageProblem: page };
}

test("a problem of the whole page is shown by the page alone, until every reader has read again", async () => {
  const { result, data } = setUp();
  await act(async () => {});
  expect(result.current.page.problem).toBeUndefined();
  data.broken = true;
  await act(async () => {
    for (const { refresh } of result.current.readers) refresh();
  });
  expect(result.current.page.problem).toBe("The store is closed");
  for (const reader of result.current.readers) {
    expect(reader).toMatchObject({ value: "value", isBlocked: true });
    expect(reader).not.toHaveProperty("problem");
  }
  const { reads } = data;
  await act(async () => result.current.page.retry());
  expect([result.current.page.problem, data.reads - reads]).toEqual(["The store is closed", 2]);
  data.broken = false;
  // A notice reaches one of the readers: the other follows.
  await act(async () => result.current.readers[0]?.refresh());
  expect(result.current.page.problem).toBeUndefined();
  expect(result.current.readers[1]).not.toHaveProperty("isBlocked");
});

test("a problem is over when its reader is gone", async () => {
  const { data, result, unmount, pageProblem } = setUp();
  data.broken = true;
  await act(async () => {
    for (const { refresh } of result.current.readers) refresh();
  });
  unmount();
  expect(pageProblem.getSnapshot()).toBeUndefined();
});

test("any other problem is left to its reader", () => {
  const page = createPageProblem((error) => error instanceof RangeError);
  expect(page.claim("a", new Error("Cannot reach Atlas"))).toBe(false);
  expect(page.getSnapshot()).toBeUndefined();
});
