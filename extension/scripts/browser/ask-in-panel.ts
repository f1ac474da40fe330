import type { Page } from "playwright";
import type { TurnEvent } from "../../../engine/chat/reduce-turn";
import type { Answer } from "../../../engine/model/answer";
import { HANG_LIMITS } from "../hang-limits";
import type { RunningAtlas } from "./launch-atlas";

type RecordingWindow = Window & { askEvents?: TurnEvent[] };

/** Opens the side panel's page with what streams to it recorded, ready for `askInPanel`. */
export async function openPanel(atlas: RunningAtlas): Promise<Page> {
  const panel = await atlas.context.newPage();
  await recordAnswers(panel);
  await panel.goto(`chrome-extension://${atlas.extensionId}/sidepanel.html`);
  await panel.getByRole("textbox").waitFor();
  return panel;
}

/**
 * Runs in the page. As text, because a TypeScript loader adds calls of its own helpers to functions, which the page lacks.
 */
const RECORD_ANSWERS = `
  globalThis.askEvents = [];
  globalThis.MessageChannel = class extends MessageChannel {
    constructor() {
      super();
      this.port1.addEventListener("message", ({ data }) => {
        if (data?.type === "event") globalThis.askEvents.push(data.event);
      });
    }
  };
`;

/** Must run before the panel's page loads. */
async function recordAnswers(page: Page): Promise<void> {
  await page.addInitScript({ content: RECORD_ANSWERS });
}

/** Types a question into the panel, sends it, and returns the answer once the panel has it. */
export async function askInPanel(page: Page, question: string): Promise<Answer> {
  const before = await countAnswers(page);
  await page.getByRole("textbox").fill(question);
  await page.getByRole("textbox").press("Enter");
  await page.waitForFunction(
    (count) =>
      ((window as RecordingWindow).askEvents ?? []).filter(({ type }) => type === "done" || type === "error")
        .length > count,
    before,
    { timeout: HANG_LIMITS.answer },
  );
  const last = await page.evaluate(() => (window as RecordingWindow).askEvents?.at(-1));
  if (last?.type === "done") return last.answer;
  throw new Error(last?.type === "error" ? last.error.message : `Cannot read the answer to "${question}"`);
}

async function countAnswers(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      ((window as RecordingWindow).askEvents ?? []).filter(({ type }) => type === "done" || type === "error")
        .length,
  );
}
