import { expect, test } from "vitest";
import { formatLiveFindings } from "./format-live-findings";

test("formatLiveFindings() tells what each source said, and why one said nothing", () => {
  const words = formatLiveFindings([
    { sourceId: "s", label: "Slack", found: 2 },
    { sourceId: "g", label: "GitHub", found: 0 },
    { sourceId: "j", label: "Jira", found: 0, problem: "It did not answer in time" },
  ]);
  expect(words).toBe("Also asked Slack: 2 new · GitHub: nothing new · Jira: It did not answer in time");
});
