import { expect, test } from "vitest";
import type { ModelSettings } from "../../../../engine/model/model-settings";
import { isModelSelectable, isNoteRelevant } from "./is-model-selectable";

const SETTINGS: ModelSettings = { policy: "device", servers: [], race: false };
const SERVER = { id: "ollama", name: "Ollama", baseUrl: "http://localhost:11434" };

test("isModelSelectable() allows a cloud model for one question with policy `ask`", () => {
  const cloud = { state: "ready", locality: "cloud" } as const;
  expect(isModelSelectable(cloud, { policy: "ask" })).toBe(true);
  expect(isModelSelectable(cloud, { policy: "network" })).toBe(false);
  expect(isModelSelectable({ ...cloud, state: "unavailable" }, { policy: "cloud" })).toBe(false);
});

test("isNoteRelevant() hides notes about models that were never set up, and about a forbidden cloud", () => {
  const away = { kind: "no-model", code: "unavailable", text: "" } as const;
  const refused = { kind: "no-model", code: "permission", text: "" } as const;
  expect(isNoteRelevant(away, SETTINGS)).toBe(false);
  expect(isNoteRelevant(away, { ...SETTINGS, servers: [SERVER] })).toBe(true);
  expect(isNoteRelevant(refused, { ...SETTINGS, servers: [SERVER] })).toBe(false);
  expect(isNoteRelevant(refused, { ...SETTINGS, policy: "ask" })).toBe(true);
  expect(isNoteRelevant({ kind: "no-model", code: "budget", text: "" }, SETTINGS)).toBe(true);
  expect(isNoteRelevant({ kind: "left-out", text: "" }, undefined)).toBe(true);
});
