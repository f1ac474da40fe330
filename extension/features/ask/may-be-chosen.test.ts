import { expect, test } from "vitest";
import type { ModelSettings } from "../../../engine/model/model-settings";
import { isNews, mayBeChosen } from "./may-be-chosen";

const SETTINGS: ModelSettings = { policy: "device", servers: [], race: false };
const SERVER = { id: "ollama", name: "Ollama", baseUrl: "http://localhost:11434" };

test("mayBeChosen() lets a cloud model answer one question where the person is asked first", () => {
  const cloud = { state: "ready", locality: "cloud" } as const;
  expect(mayBeChosen(cloud, { policy: "ask" })).toBe(true);
  expect(mayBeChosen(cloud, { policy: "network" })).toBe(false);
  expect(mayBeChosen({ ...cloud, state: "unavailable" }, { policy: "cloud" })).toBe(false);
});

test("isNews() keeps quiet about models that were never set up, and about a cloud that is never to be asked", () => {
  const away = { kind: "no-model", code: "unavailable", text: "" } as const;
  const refused = { kind: "no-model", code: "permission", text: "" } as const;
  expect(isNews(away, SETTINGS)).toBe(false);
  expect(isNews(away, { ...SETTINGS, servers: [SERVER] })).toBe(true);
  expect(isNews(refused, { ...SETTINGS, servers: [SERVER] })).toBe(false);
  expect(isNews(refused, { ...SETTINGS, policy: "ask" })).toBe(true);
  expect(isNews({ kind: "no-model", code: "budget", text: "" }, SETTINGS)).toBe(true);
  expect(isNews({ kind: "left-out", text: "" }, undefined)).toBe(true);
});
