import { expect, test } from "vitest";
import { formatCompanionState } from "./server-list";

const companion = { id: "companion" };
const ready = { providerId: "companion", state: "ready" } as const;
const reason = "The companion at 127.0.0.1:8787 does not run: start it with npm run companion";

test.each([
  [[], "Looking for it …"],
  [[ready], "Running, with 1 model"],
  [[ready, ready, { ...ready, providerId: "ollama" }], "Running, with 2 models"],
  [[ready, { ...ready, state: "unavailable" as const, reason }], "Running, with 1 model"],
  [[{ ...ready, state: "unavailable" as const, reason }], reason],
])("formatCompanionState() of %j says %j", (models, words) => {
  expect(formatCompanionState(companion, models)).toBe(words);
});
