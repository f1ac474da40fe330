import { expect, test } from "vitest";
import type { ConnectorDeclaration } from "../../connectors/connector";
import { checkSettings } from "./check-settings";

const declaration: ConnectorDeclaration = {
  id: "history",
  name: "History",
  description: "Pages you visited.",
  reads: [],
  notRead: [],
  icon: "clock",
  permissions: [],
  settings: [
    { key: "days", label: "Days", kind: "number", initial: 90 },
    { key: "pages", label: "Read pages", kind: "boolean", initial: false },
  ],
  multiple: false,
  addedBy: "switch",
  intervalMinutes: 5,
};

test("checkSettings() fills in the defaults", () => {
  expect(checkSettings(declaration, { pages: true })).toEqual({ days: 90, pages: true });
});

test("checkSettings() names a field the connector does not have", () => {
  expect(() => checkSettings(declaration, { depth: 1 })).toThrow(
    'Cannot set "depth": History has no such setting',
  );
});

test("checkSettings() refuses a value of the wrong type", () => {
  expect(() => checkSettings(declaration, { days: "many" })).toThrow(
    'Cannot set "Days" to "many": enter a number',
  );
  expect(() => checkSettings(declaration, { days: Number.NaN })).toThrow('Cannot set "Days" to "NaN"');
});
