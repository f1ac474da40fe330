import { expect, test } from "vitest";
import type { FocusContent } from "../../../engine/contract/focus";
import type { ImageText } from "../../../engine/model/image-text";
import { createFakeImageReader } from "../../../engine/testing/fakes/fake-image-reader";
import { openAttachment } from "./open-attachment";

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const TEXT: ImageText = [[[{ text: "Locker", confidence: 0.9 }]]];

function createFixture(bytes: Uint8Array<ArrayBuffer>) {
  const images = createFakeImageReader();
  const opened: FocusContent[] = [];
  const stop = new AbortController();
  const shares: number[] = [];
  const open = (name: string, mediaType = "", url = "blob:file") => {
    const deps = {
      readBytes: async () => bytes,
      images,
      openFocus: async (content: FocusContent) => {
        opened.push(content);
        return { focusId: "f", kind: content.kind, title: content.title, url: content.url, chunks: 1 };
      },
    };
    const onProgress = (share: number) => shares.push(share);
    return openAttachment({ name, mediaType, url }, deps, { onProgress, signal: stop.signal });
  };
  return { open, opened, images, stop, shares };
}
const settle = () => new Promise((resolve) => setTimeout(resolve));

test("openAttachment() reads a picture and opens a focus on its words, telling how far it is", async () => {
  const { open, opened, images, shares } = createFixture(PNG);
  const focus = open("shelf.png", "image/png");
  await settle();
  images.progress(0.4);
  images.finish({ type: "read", text: TEXT });
  expect((await focus).kind).toBe("image");
  expect(opened).toEqual([{ kind: "image", title: "shelf.png", url: "", text: TEXT }]);
  expect(shares).toEqual([0.4]);
});

test("openAttachment() knows a picture by its first bytes, its name or its type", async () => {
  for (const [bytes, name, mediaType] of [
    [PNG, "notes.txt", "text/plain"],
    [new Uint8Array([0x42, 0x4d]), "scan.bmp", ""],
    [new Uint8Array([1]), "clipboard", "image/x-unknown"],
  ] as const) {
    const { open, images } = createFixture(bytes);
    void open(name, mediaType);
    await settle();
    expect(images.waiting, name).toEqual([bytes]);
    images.finish({ type: "read", text: TEXT });
  }
});

test("openAttachment() leaves other files to the engine", async () => {
  const bytes = new TextEncoder().encode("The seals are in locker 27B.");
  const { open, opened, images } = createFixture(bytes);
  await open("notes.txt", "text/plain");
  expect(opened).toEqual([{ kind: "file", title: "notes.txt", url: "", mediaType: "text/plain", bytes }]);
  expect(images.waiting).toEqual([]);
});

test("openAttachment() opens nothing once it is stopped", async () => {
  const { open, opened, images, stop } = createFixture(PNG);
  const focus = open("shelf.png");
  await settle();
  stop.abort(new Error("enough"));
  await expect(focus).rejects.toThrow("enough");
  expect(images.waiting).toEqual([]);
  expect(opened).toEqual([]);
});

test("openAttachment() fetches nothing but a file of this browser", async () => {
  const { open } = createFixture(PNG);
  await expect(open("shelf.png", "", "https://evil.example/shelf.png")).rejects.toThrow(
    'Cannot read "shelf.png": it is no file of this browser',
  );
});
