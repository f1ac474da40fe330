import { expect, test } from "vitest";
import { createFakeImageReader } from "../../../engine/testing/fakes/fake-image-reader";
import { documentFixture } from "../../../engine/testing/fixtures";
import { createFakeCall } from "../testing/fake-call";
import { focusHandlers } from "./focus-handlers";

const page = documentFixture({ sourceId: "focus", itemId: "f1", text: "Seals are in locker 27B." });
const handlers = focusHandlers({
  readBytes: async () => new Uint8Array(),
  images: createFakeImageReader(),
  openFocus: async () => ({ focusId: "f1", kind: "image", title: "crane.png", url: "", chunks: 1 }),
  closeFocus: async () => {},
  document: async (sourceId, itemId) =>
    [page].find((document) => document.sourceId === sourceId && document.itemId === itemId),
});

test('"focus-text" tells what was read of an open page', async () => {
  expect(await handlers["focus-text"]({ focusId: "f1" }, createFakeCall())).toBe("Seals are in locker 27B.");
});

test('"focus-text" says what to do about a page that is closed', async () => {
  await expect(handlers["focus-text"]({ focusId: "f2" }, createFakeCall())).rejects.toMatchObject({
    code: "not-found",
    message: "This page is no longer open in Atlas: ask about it again",
  });
});
