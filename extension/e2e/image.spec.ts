import type { Page } from "@playwright/test";
import { askInPanel, openPanel } from "../scripts/browser/ask-in-panel";
import type { RunningAtlas } from "../scripts/browser/launch-atlas";
import { expect, saveScreenshot, test } from "./helpers/atlas-test";

/** No host is resolved, so that every web request fails. */
const OFFLINE = { switches: ["--host-resolver-rules=MAP * ~NOTFOUND"] };

const NOTE = `<body style="margin:24px; font:15px sans-serif">
<h2>Crane maintenance</h2>
<p>The harbour crane is inspected every third Thursday by Ingrid Solheim. Spare hydraulic seals are kept in
locker 27B, next to the diesel store.</p>
<p>Order number 4471-XK was approved on 12 March 2026 for €1,250.00.</p>
<ul><li>Call the duty officer before lifting more than 8 tonnes.</li><li>Grease the slewing ring weekly.</li></ul>`;

interface ImageFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A screenshot of a small page. */
async function screenshotOf({ context }: RunningAtlas, html: string): Promise<Buffer> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 640, height: 320 });
  await page.setContent(html);
  const picture = await page.screenshot();
  await page.close();
  return picture;
}

/** The image in another format and size, encoded by the browser. */
async function convertImage(
  page: Page,
  png: Buffer,
  { type = "image/png", width = 0, height = 0 },
): Promise<Buffer> {
  const base64 = await page.evaluate(
    async ({ png, type, width, height }) => {
      const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes]));
      const canvas = new OffscreenCanvas(width || bitmap.width, height || bitmap.height);
      canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
      const blob = await canvas.convertToBlob({ type, quality: 0.9 });
      const codes = [...new Uint8Array(await blob.arrayBuffer())];
      return btoa(codes.map((code) => String.fromCharCode(code)).join(""));
    },
    { png: png.toString("base64"), type, width, height },
  );
  return Buffer.from(base64, "base64");
}

async function attach(panel: Page, picture: ImageFile): Promise<void> {
  await panel.getByLabel("File to attach").setInputFiles(picture);
}

const chipOf = (panel: Page, name: string) => panel.getByRole("button", { name: `This image: ${name}` });

test("an attached screenshot is read on this computer, shown and cited", async ({ launch }) => {
  const atlas = await launch(OFFLINE);
  const panel = await openPanel(atlas);
  const buffer = await screenshotOf(atlas, NOTE);
  await attach(panel, { name: "crane.png", mimeType: "image/png", buffer });
  await expect(chipOf(panel, "crane.png")).toBeVisible();

  const answer = await askInPanel(panel, "Where are the spare hydraulic seals kept?");
  expect(answer.found).toBe(true);
  expect(answer.text).toContain("27B");
  expect(answer.citations[0]).toMatchObject({ title: "crane.png", quote: expect.stringContaining("27B") });
  await saveScreenshot(panel, "sidepanel-image");

  await chipOf(panel, "crane.png").click();
  const dialog = panel.getByRole("dialog");
  await expect(dialog.getByText("Order number 4471-XK was approved on 12 March 2026")).toBeVisible();
  await expect(dialog.getByRole("img", { name: "crane.png" })).toBeVisible();
  await saveScreenshot(panel, "sidepanel-image-read");
  await dialog.getByRole("button", { name: "Close" }).click();

  const opened = atlas.context.waitForEvent("page");
  await panel.getByRole("button", { name: /^1: / }).last().click();
  await expect((await opened).getByText("locker 27B").first()).toBeVisible();
});

test("an image pasted from the clipboard is read, and pasted text stays text", async ({ launch }) => {
  const atlas = await launch(OFFLINE);
  const panel = await openPanel(atlas);
  await atlas.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const png = (await screenshotOf(atlas, NOTE)).toString("base64");
  await panel.bringToFront();
  await panel.evaluate(async (png) => {
    const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
    await navigator.clipboard.write([
      new ClipboardItem({ "image/png": new Blob([bytes], { type: "image/png" }) }),
    ]);
  }, png);
  await panel.getByRole("textbox").press("Control+V");
  await expect(chipOf(panel, "Pasted image.png")).toBeVisible();
  const answer = await askInPanel(panel, "Who inspects the harbour crane?");
  expect(answer.text).toContain("Ingrid Solheim");

  await panel.evaluate(() => navigator.clipboard.writeText("plain words"));
  await panel.getByRole("textbox").press("Control+V");
  await expect(panel.getByRole("textbox")).toHaveValue("plain words");
});

test("other formats, a dark screenshot and a large photograph are read", async ({ launch }) => {
  const atlas = await launch(OFFLINE);
  const panel = await openPanel(atlas);
  const light = await screenshotOf(atlas, NOTE);
  const dark = await screenshotOf(atlas, NOTE.replace("font:", "background:#1e1e24; color:#ddd; font:"));
  const large = { type: "image/jpeg", width: 6400, height: 3200 };
  const pictures: readonly ImageFile[] = [
    {
      name: "a.jpg",
      mimeType: "image/jpeg",
      buffer: await convertImage(panel, light, { type: "image/jpeg" }),
    },
    {
      name: "b.webp",
      mimeType: "image/webp",
      buffer: await convertImage(panel, light, { type: "image/webp" }),
    },
    { name: "dark.png", mimeType: "image/png", buffer: dark },
    { name: "large.jpg", mimeType: "image/jpeg", buffer: await convertImage(panel, light, large) },
  ];
  for (const picture of pictures) {
    await attach(panel, picture);
    await chipOf(panel, picture.name).click();
    await expect(panel.getByRole("dialog").getByText(/in\s+locker 27B, next to the diesel/)).toBeVisible();
    await panel.getByRole("button", { name: "Close" }).click();
  }
});

test("an image without text, a broken, an unsupported and an empty one each show what to do", async ({
  launch,
}) => {
  const atlas = await launch(OFFLINE);
  const panel = await openPanel(atlas);
  const chart = await screenshotOf(atlas, '<body style="background:linear-gradient(45deg,#38a,#fc8)">');
  const whole = await screenshotOf(atlas, NOTE);
  const cyrillic = await screenshotOf(
    atlas,
    '<body style="font:18px sans-serif">Кран осматривают каждый третий четверг. Запасные уплотнения хранятся в шкафу.',
  );
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><text>Hi</text></svg>',
  );
  const huge = Buffer.from(whole);
  // Its header claims nine hundred million pixels.
  huge.writeUInt32BE(30_000, 16);
  huge.writeUInt32BE(30_000, 20);
  const failures = [
    ["sky.png", chart, /"sky\.png" shows no text that Atlas can read; .*sharper/],
    ["cut.png", whole.subarray(0, 200), /Cannot read "cut\.png": the picture is damaged/],
    [
      "words.png",
      Buffer.from("no picture at all"),
      /Cannot read "words\.png": the picture is damaged, or no/,
    ],
    ["huge.png", huge, /Cannot read "huge\.png": it has more than 64 million pixels; cut out/],
    ["logo.svg", svg, /Cannot read "logo\.svg": Atlas reads PNG, JPEG/],
    ["none.png", Buffer.alloc(0), /"none\.png" is empty/],
    ["kran.png", cyrillic, /Cannot read the text in "kran\.png" well enough: .*Latin letters/],
  ] as const;
  for (const [name, buffer, message] of failures) {
    await attach(panel, { name, mimeType: "", buffer });
    await expect(panel.getByRole("alert")).toHaveText(message);
    await expect(chipOf(panel, name)).toHaveCount(0);
  }
  await saveScreenshot(panel, "sidepanel-image-problem");
  await attach(panel, { name: "crane.png", mimeType: "image/png", buffer: whole });
  await expect(chipOf(panel, "crane.png")).toBeVisible();
});

test("reading shows its progress, can be stopped, and does not affect the next image", async ({ launch }) => {
  const atlas = await launch(OFFLINE);
  const panel = await openPanel(atlas);
  const small = await screenshotOf(atlas, NOTE);
  const dense = `<body style="margin:4px; font:9px/1 sans-serif">${NOTE.replace(/<[^>]+>/g, " ").repeat(20)}`;
  const page = await screenshotOf(atlas, dense);
  await attach(panel, { name: "dense.png", mimeType: "image/png", buffer: page });
  await expect(panel.getByText("Reading dense.png")).toBeVisible();
  await expect(panel.getByText(/^\d+ %$/)).toBeVisible();
  await saveScreenshot(panel, "sidepanel-image-reading");
  // A question is not sent while its file is read.
  await panel.getByRole("textbox").fill("What is it about?");
  await panel.getByRole("textbox").press("Enter");
  await expect(panel.getByRole("textbox")).toHaveValue("What is it about?");
  await panel.getByRole("button", { name: "Stop reading" }).click();
  await expect(panel.getByText("Reading dense.png")).toHaveCount(0);
  await attach(panel, { name: "crane.png", mimeType: "image/png", buffer: small });
  await expect(chipOf(panel, "crane.png")).toBeVisible();
  await expect(chipOf(panel, "dense.png")).toHaveCount(0);
  await expect(panel.getByRole("alert")).toHaveCount(0);
});
