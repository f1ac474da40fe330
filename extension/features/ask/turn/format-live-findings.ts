import type { LiveFinding } from "../../../../engine/model/answer";

/** What the sources that were asked just now said: "Also asked Slack: 2 new · GitHub: nothing new". */
export function formatLiveFindings(findings: readonly LiveFinding[]): string {
  const words = findings.map(
    ({ label, found, problem }) => `${label}: ${problem ?? formatFoundCount(found)}`,
  );
  return `Also asked ${words.join(" · ")}`;
}

function formatFoundCount(found: number): string {
  return found === 0 ? "nothing new" : `${found} new`;
}
