import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import { createServiceFixture, json, VENDOR_URL } from "./testing/service-fixture";

const REQUESTS = 50;
const LIMIT = { id: "limit", requests: 5, windowMs: 1_000 };

test("requests that share a signal leave no listeners on it while they wait", async () => {
  const { signal } = new AbortController();
  const listeners: number[] = [];
  const { api, run, sent } = createServiceFixture({
    service: { limits: [LIMIT], concurrent: 2 },
    reply: () => {
      listeners.push(getEventListeners(signal, "abort").length);
      return json({});
    },
  });
  await run(Promise.all(Array.from({ length: REQUESTS }, () => api.fetch(VENDOR_URL, { signal }))));
  expect(sent).toHaveLength(REQUESTS);
  expect(listeners).toEqual(Array(REQUESTS).fill(0));
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("an abort of the shared signal ends the requests that wait", async () => {
  const controller = new AbortController();
  const { api, run, sent } = createServiceFixture({
    service: { limits: [LIMIT], concurrent: 2 },
    reply: () => {
      if (sent.length === LIMIT.requests) controller.abort(new Error("The page is given up"));
      return json({});
    },
  });
  const { signal } = controller;
  const requests = Array.from({ length: REQUESTS }, () => api.fetch(VENDOR_URL, { signal }));
  const ended = await run(Promise.allSettled(requests));
  const reasons = ended.flatMap((end) => (end.status === "rejected" ? [end.reason.message] : []));
  expect(new Set(reasons)).toEqual(new Set(["The page is given up"]));
  expect(sent).toHaveLength(LIMIT.requests);
});
