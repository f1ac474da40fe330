import { expect, test } from "vitest";
import { readField } from "./read-field";

test.each<[string, unknown, string | undefined]>([
  ["nothing", null, ""],
  ["a text", " east ", "east"],
  ["a number", 8, "8"],
  ["a checked box", true, "yes"],
  ["a date", "2026-02-01", "2026-02-01"],
  ["an option", { self: "https://a.test", value: "Blue", id: "1" }, "Blue"],
  ["an option below another", { value: "Asia", child: { value: "Seoul" } }, "Asia / Seoul"],
  ["options", [{ value: "Blue" }, { value: "Red" }], "Blue, Red"],
  ["people", [{ displayName: "Mia Krystof", accountId: "1" }], "Mia Krystof"],
  ["a group", { name: "admins", groupId: "1" }, "admins"],
  ["a version", { id: "1", name: "2.4", released: false }, "2.4"],
  [
    "a sprint of the cloud",
    [
      {
        ...{ id: 7, name: "Sprint 7", state: "active", boardId: 1, goal: "Ship the till" },
        ...{ startDate: "2026-01-05T08:00:00.000Z", endDate: "2026-01-19T08:00:00.000Z" },
      },
    ],
    "Sprint 7 (active, 2026-01-05 to 2026-01-19, goal: Ship the till)",
  ],
  [
    "a sprint of Data Center",
    [
      "com.atlassian.greenhopper.service.sprint.Sprint@1f[id=7,rapidViewId=1,state=CLOSED,name=Sprint 7, the till,startDate=2026-01-05T08:00:00.000Z,endDate=<null>,goal=]",
    ],
    "Sprint 7, the till (closed, 2026-01-05)",
  ],
  ["another issue", { key: "EX-9", fields: { summary: "Till" } }, "EX-9 Till"],
  [
    "a parent of plans",
    { hasEpicLinkFieldDependency: false, data: { key: "EX-9", fields: { summary: "Till" } } },
    "EX-9 Till",
  ],
  [
    "a request",
    { requestType: { name: "Get help" }, currentStatus: { status: "Waiting for support" } },
    "Get help, Waiting for support",
  ],
  [
    "a goal of a service",
    {
      name: "Time to resolution",
      ongoingCycle: { breached: false, remainingTime: { friendly: "2h 30m" } },
      completedCycles: [{ breached: true }],
    },
    "Time to resolution: running, 2h 30m left, 0 met, 1 missed",
  ],
  [
    "a text of the Atlassian format",
    {
      type: "doc",
      version: 1,
      content: [{ type: "paragraph", content: [{ type: "text", text: "Given a till" }] }],
    },
    "Given a till",
  ],
  ["a rank of the program", "0|i0001f:", ""],
  ["the summary of the development panel", "{pullrequest={dataType=pullrequest, state=OPEN}, json={}}", ""],
  ["an empty object", {}, ""],
  ["an object without a name", { self: "https://a.test", flags: { deep: 1 } }, undefined],
])("readField() reads %s", (_, value, text) => {
  expect(readField(value)).toBe(text);
});
